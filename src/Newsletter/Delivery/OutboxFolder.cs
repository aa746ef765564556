using System.Globalization;
using Newsletter.Database;
using Newsletter.Delivery.Relays;
using Newsletter.Delivery.Routing;
using Newsletter.Messages;

namespace Newsletter.Delivery;

/// <summary>
/// Messages as files, for trials and for relays that read a folder. A file appears whole or not at all, and the
/// same message again is the same file.
/// </summary>
internal sealed class OutboxFolder(string path) : ICarrier
{
    public string Name => Path.GetFullPath(path);

    public int Connections => 2;

    public SendRate? Rate => null;

    public int? Weight => null;

    public ICarrierConnection Open()
    {
        OutboxLeftovers.Remove(Name);
        return new Writer(Name);
    }

    private sealed class Writer(string folder) : ICarrierConnection
    {
        private readonly string temporary = Path.Combine(
            folder,
            string.Create(
                CultureInfo.InvariantCulture,
                $".{Environment.ProcessId}-{Interlocked.Increment(ref writers)}.tmp"
            )
        );
        private static int writers;

        public bool IsReady => true;

        public Task<RelayFault?> ReadyAsync(CancellationToken cancel)
        {
            cancel.ThrowIfCancellationRequested();
            try
            {
                Directory.CreateDirectory(folder);
                return Task.FromResult<RelayFault?>(null);
            }
            catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
            {
                return Task.FromResult<RelayFault?>(Fault(fault));
            }
        }

        // A file is written in one go: stopping between would only leave work for the next start.
        public Task<DeliveryOutcome> CarryAsync(OutgoingMessage message, CancellationToken cancel)
        {
            var name = FileName(message);
            try
            {
                using (var file = new FileStream(temporary, FileMode.Create, FileAccess.Write, FileShare.None))
                {
                    file.Write(message.Bytes);
                    file.Flush(flushToDisk: true);
                }

                File.Move(temporary, Path.Combine(folder, name), overwrite: true);
                // The name is in the folder, and the folder has to be on the disk too.
                FolderSync.Flush(folder);
                return Task.FromResult<DeliveryOutcome>(new DeliveryOutcome.Accepted($"Written to {name}."));
            }
            catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
            {
                return Task.FromResult<DeliveryOutcome>(new DeliveryOutcome.Interrupted(Fault(fault)));
            }
        }

        public Task RestAsync(CancellationToken cancel) => Task.CompletedTask;

        public ValueTask DisposeAsync()
        {
            try
            {
                File.Delete(temporary);
            }
            catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
            {
                // Left over from a full disk; it is no message and is overwritten.
            }

            return ValueTask.CompletedTask;
        }

        // The Message-ID says issue and row, so it names the file; only its characters need care.
        private static string FileName(OutgoingMessage message)
        {
            var id = message.MessageId[..message.MessageId.IndexOf('@', StringComparison.Ordinal)];
            return $"{string.Concat(id.Where(c => char.IsAsciiLetterOrDigit(c) || c is '.' or '-'))}.eml";
        }

        private RelayFault Fault(Exception fault) =>
            new(
                $"The folder {folder} cannot be written ({fault.Message.TrimEnd('.')}); free its disk, make it writable, or set another with Delivery__Folder.",
                RelayFaultKind.Unwilling
            );
    }
}
