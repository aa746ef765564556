using Newsletter.Tests.Testing;

namespace Newsletter.Tests.Flow;

/// <summary>The disk of the data folder is full in the middle of an issue, and somebody makes room.</summary>
public sealed class FullDiskTests
{
    private const int Readers = 150;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_disk_that_fills_up_in_the_middle_loses_nothing_and_doubles_nothing()
    {
        var folder = Directory.CreateTempSubdirectory("newsletter-disk-").FullName;
        await using (await SmallDisk.MountAsync(folder, "30m"))
        {
            await using var smtp = SmtpServer.Start();
            smtp.DelayAt(SmtpStage.FinalDot, TimeSpan.FromMilliseconds(60));
            using var room = await SmallNewsroom.OpenAsync(Readers, smtp.Port, folder: folder);
            await room.Program.DoneAsync("issue", "queue", "1");
            using var process = room.Program.Start("deliver", "--until-done");
            var said = process.StandardError.ReadToEndAsync(Cancel);
            process.BeginOutputReadLine();
            for (var i = 0; i < 3000 && smtp.Mails.Count < 20; i++)
                await Task.Delay(10, Cancel);
            var ballast = Path.Combine(folder, "ballast");
            FillUp(ballast);
            await Task.Delay(TimeSpan.FromSeconds(3), Cancel);
            Assert.InRange(smtp.Mails.Count, 20, Readers - 1);
            File.Delete(ballast);
            await process.WaitForExitAsync(Cancel);

            Assert.True(process.ExitCode == 0, await said);
            Assert.Equal(Readers, smtp.Mails.Select(mail => mail.Recipient).Distinct().Count());
            Assert.Equal(Readers, smtp.Mails.Count);
            Assert.Equal(2, (await said).Split("The ledger cannot be used").Length);
        }

        Directory.Delete(folder, recursive: true);
    }

    private static void FillUp(string path)
    {
        using var file = File.Create(path);
        var (piece, size) = (new byte[4096], 0L);
        try
        {
            for (; ; size += piece.Length)
            {
                file.Write(piece);
                file.Flush();
            }
        }
        catch (IOException)
        {
            Assert.True(size > 0, "The disk was full already.");
        }
    }
}
