using System.Text;

namespace Newsletter.Columns.Sources.Markup;

/// <summary>
/// Reads each byte that is no UTF-8 as Windows-1252: what a page holds that was put together from pieces of both, and
/// what a Western file is that says of itself nothing, or something wrong.
/// </summary>
internal sealed class WesternFallback : DecoderFallback
{
    private static readonly Encoding Western = CodePagesEncodingProvider.Instance.GetEncoding(1252)!;

    public override int MaxCharCount => 4;

    public override DecoderFallbackBuffer CreateFallbackBuffer() => new Buffer();

    private sealed class Buffer : DecoderFallbackBuffer
    {
        private string letters = "";
        private int next;

        public override int Remaining => letters.Length - next;

        public override bool Fallback(byte[] bytesUnknown, int index)
        {
            (letters, next) = (Western.GetString(bytesUnknown), 0);
            return letters.Length > 0;
        }

        public override char GetNextChar() => next < letters.Length ? letters[next++] : '\0';

        public override bool MovePrevious()
        {
            if (next == 0)
                return false;
            next--;
            return true;
        }

        public override void Reset() => (letters, next) = ("", 0);
    }
}
