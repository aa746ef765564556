using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Newsletter.Publications;

/// <summary>What an edition's issues are made of, and who lets them go. The default is what an edition has that nobody changed.</summary>
internal sealed partial record EditionPolicy
{
    /// <summary>The longest that a draft is made ahead.</summary>
    public static TimeSpan LongestLead { get; } = TimeSpan.FromDays(14);

    public static EditionPolicy Default { get; } = new();

    /// <summary>Only columns in one of these; empty for all.</summary>
    public IReadOnlyList<string> Categories
    {
        get => field ?? [];
        init;
    }

    /// <summary>Only columns by one of these; empty for all.</summary>
    public IReadOnlyList<string> Authors
    {
        get => field ?? [];
        init;
    }

    /// <summary>Only columns in one of these, ISO 639-1; empty for all. A column that names none has the publication's.</summary>
    public IReadOnlyList<string> Languages
    {
        get => field ?? [];
        init;
    }

    /// <summary>The most columns of an issue; what is left waits for the next one. Null for <see cref="Edition.MostColumns"/>.</summary>
    public int? Most { get; init; }

    public ColumnOrder Order { get; init; }

    /// <summary>Whether an issue goes with fewer columns than the edition wants; else they wait.</summary>
    public bool SendsTooFew { get; init; }

    public Extent Lead { get; init; }

    public Extent Others { get; init; }

    /// <summary>A <see cref="HeadlinePattern"/>; null to let the columns make the subject.</summary>
    public string? SubjectPattern { get; init; }

    /// <summary>A <see cref="HeadlinePattern"/>; null to let the columns make the preheader.</summary>
    public string? PreheaderPattern { get; init; }

    /// <summary>Whether an issue goes only if a person approved it before its hour.</summary>
    public bool NeedsPerson { get; init; }

    /// <summary>Whether that person must be another than who changed the draft last.</summary>
    public bool NeedsSecond { get; init; }

    /// <summary>How long before the hour the draft is made.</summary>
    public int DraftLeadMinutes { get; init; }

    /// <summary>Whether an hour that was missed is given up at once, and not made up for.</summary>
    public bool SkipsMissed { get; init; }

    [JsonIgnore]
    public TimeSpan DraftLead => TimeSpan.FromMinutes(DraftLeadMinutes);

    [JsonIgnore]
    public int Limit => Math.Min(Most ?? Edition.MostColumns, Edition.MostColumns);

    public static EditionPolicy Parse(string? json) =>
        json is null ? Default : JsonSerializer.Deserialize(json, PolicyJson.Readable.EditionPolicy) ?? Default;

    public string ToJson() => JsonSerializer.Serialize(this, PolicyJson.Readable.EditionPolicy);

    // A name that a later version drops is no reason to be unreadable.
    [JsonSerializable(typeof(EditionPolicy))]
    private sealed partial class PolicyJson : JsonSerializerContext
    {
        public static PolicyJson Readable =>
            field ??= new(new JsonSerializerOptions { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping });
    }
}
