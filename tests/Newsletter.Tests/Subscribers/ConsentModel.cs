using Newsletter.Subscribers;

namespace Newsletter.Tests.Subscribers;

/// <summary>Who may be mailed, kept beside the program and by none of its code: what each act means, in a few lines.</summary>
internal sealed class ConsentModel(string[] addresses, string[] publications)
{
    private readonly Dictionary<(int Person, int Publication), Tie> ties = [];
    private readonly Dictionary<string, SuppressionSource> targets = [];
    private readonly Dictionary<int, SuppressionSource> erased = [];
    private readonly Dictionary<long, (int Person, int Publication, DateTimeOffset At)> unused = [];

    public DateTimeOffset Now { get; set; }

    public bool IsErased(int person) => erased.ContainsKey(person);

    public bool IsSuppressed(int person) =>
        erased.ContainsKey(person) || targets.ContainsKey(addresses[person]) || targets.ContainsKey(Domain(person));

    public bool MayStaffAdd(int person, int publication) =>
        !IsSuppressed(person) && !(ties.GetValueOrDefault((person, publication))?.HasLeft ?? false);

    /// <summary>Whether a form may have them mailed: only what the reader wanted keeps them from nothing that they want.</summary>
    public bool MayAsk(int person) =>
        !targets.ContainsKey(addresses[person])
        && !targets.ContainsKey(Domain(person))
        && erased.GetValueOrDefault(person, SuppressionSource.Reader) is SuppressionSource.Reader;

    /// <summary>"address of publication" for each who is to receive an issue of it now.</summary>
    public IEnumerable<string> Audience() =>
        ties.Where(tie => tie.Value.IsOn && (tie.Value.PausedUntil is not { } until || until <= Now))
            .Where(tie => !IsSuppressed(tie.Key.Person))
            .Select(tie => $"{addresses[tie.Key.Person]} of {publications[tie.Key.Publication]}");

    public void Add(int person, int publication, bool agreed)
    {
        var tie = Tie(person, publication);
        if (agreed && !tie.HasLeft && !tie.IsOn)
            (tie.IsOn, tie.Agreed) = (true, true);
    }

    /// <summary>Somebody typed the address: they are known from now on, and nothing else.</summary>
    public void SignUp(int person, int publication)
    {
        if (MayAsk(person))
            _ = Tie(person, publication);
    }

    public void Mail(long request, int person, int publication) => unused[request] = (person, publication, Now);

    /// <summary>A link is good once, for thirty days, and for nobody who has left since it was asked for.</summary>
    /// <returns>Whether it says yes.</returns>
    public bool Confirm(long request)
    {
        if (!unused.TryGetValue(request, out var asked) || Now - asked.At > TimeSpan.FromDays(30))
            return false;
        var tie = Tie(asked.Person, asked.Publication);
        if (tie.HasLeft && tie.LeftAt > asked.At)
            return false;
        unused.Remove(request);
        if (erased.TryGetValue(asked.Person, out var by) && by is SuppressionSource.Reader)
            erased.Remove(asked.Person);
        (tie.IsOn, tie.Agreed, tie.HasLeft) = (true, true, false);
        return true;
    }

    public void Leave(int person, int publication, bool together = false)
    {
        if (ties.TryGetValue((person, publication), out var tie) && !tie.HasLeft)
            (tie.IsOn, tie.HasLeft, tie.LeftAt, tie.LeftTogether, tie.PausedUntil) = (false, true, Now, together, null);
    }

    /// <summary>A file says that they left elsewhere: known here or not, they are out of this publication.</summary>
    public void LeftElsewhere(int person, int publication)
    {
        _ = Tie(person, publication);
        Leave(person, publication);
    }

    public void LeaveAll(int person)
    {
        for (var i = 0; i < publications.Length; i++)
            Leave(person, i, together: true);
    }

    public void Undo(int person, int publication, bool all)
    {
        for (var i = 0; i < publications.Length; i++)
        {
            if (
                ties.TryGetValue((person, i), out var tie)
                && tie.HasLeft
                && Now - tie.LeftAt <= TimeSpan.FromDays(1)
                && (i == publication || (all && tie.LeftTogether))
            )
                (tie.HasLeft, tie.IsOn) = (false, tie.Agreed);
        }
    }

    public void Pause(int person, int publication, DateTimeOffset? until)
    {
        if (ties.TryGetValue((person, publication), out var tie) && tie.IsOn)
            tie.PausedUntil = until;
    }

    public void Suppress(string target, SuppressionSource source) => targets.TryAdd(target, source);

    public void Lift(int person)
    {
        if (targets.TryGetValue(addresses[person], out var own))
        {
            if (own is SuppressionSource.Staff)
                targets.Remove(addresses[person]);
        }
        else if (erased.TryGetValue(person, out var hashed) && hashed is SuppressionSource.Staff)
        {
            erased.Remove(person);
        }
    }

    public void Erase(int person)
    {
        for (var i = 0; i < publications.Length; i++)
            ties.Remove((person, i));
        foreach (var request in unused.Where(one => one.Value.Person == person).Select(one => one.Key).ToList())
            unused.Remove(request);
        if (targets.Remove(addresses[person], out var own))
            erased[person] = own;
        else
            erased.TryAdd(person, SuppressionSource.Reader);
    }

    private Tie Tie(int person, int publication) =>
        ties.TryGetValue((person, publication), out var known) ? known : ties[(person, publication)] = new Tie();

    private string Domain(int person) => addresses[person][addresses[person].IndexOf('@', StringComparison.Ordinal)..];
}
