using System.Text;

namespace Newsletter.Rendering;

/// <summary>A sentence with the places <c>{0}</c> and <c>{1}</c>.</summary>
internal static class Sentence
{
    /// <summary>
    /// A value is never searched for places: a title may well read "{1}". One that is written in the other direction
    /// than the sentence is isolated.
    /// </summary>
    public static string Fill(string sentence, string first, string second)
    {
        var filled = new StringBuilder(sentence.Length + first.Length + second.Length);
        for (var index = 0; index < sentence.Length; index++)
        {
            var value = sentence.AsSpan(index) switch
            {
                ['{', '0', '}', ..] => Isolation.Within(sentence, first),
                ['{', '1', '}', ..] => Isolation.Within(sentence, second),
                _ => null,
            };
            if (value is null)
            {
                filled.Append(sentence[index]);
                continue;
            }
            filled.Append(value);
            index += 2;
        }
        return filled.ToString();
    }
}
