using Newsletter.Rendering;

namespace Newsletter.Tests.Rendering;

/// <summary>Isolates are shown here as square brackets.</summary>
public sealed class IsolationTests
{
    private static readonly Words s_english = Issues.Templates.WordsOf("default", "en");

    [Theory]
    [InlineData("You left {0}.", "البحر", "You left [البحر].")]
    [InlineData("You left {0}.", "The Sea", "You left The Sea.")]
    [InlineData("You left {0}.", "The Sea البحر", "You left [The Sea البحر].")]
    [InlineData("غادرت {0}.", "The Sea", "غادرت [The Sea].")]
    [InlineData("غادرت {0}.", "البحر", "غادرت البحر.")]
    [InlineData("עזבת את {0}.", "Море 7", "עזבת את [Море 7].")]
    [InlineData("Note {0}.", "12", "Note 12.")]
    [InlineData("{0}", "البحر", "البحر")]
    public void Only_what_is_written_the_other_way_is_isolated(string sentence, string value, string shown) =>
        Assert.Equal(shown, Shown(Sentence.Fill(sentence, value, "")));

    [Theory]
    [InlineData("By [ليلى]", "ليلى")]
    [InlineData("By [ليلى] and [نور]", "ليلى", "نور")]
    [InlineData("By [ليلى], Ada, and [نور]", "ليلى", "Ada", "نور")]
    [InlineData("By [ليلى], [سمر], and Ada", "ليلى", "سمر", "Ada")]
    public void Names_keep_their_order_in_a_byline(string shown, params string[] names) =>
        Assert.Equal(shown, Shown(s_english.Fill("by", s_english.Join(names))));

    private static string Shown(string text) => text.Replace('\u2068', '[').Replace('\u2069', ']');
}
