namespace Newsletter.Review;

/// <summary>Who stands for an issue.</summary>
/// <param name="Name">As it is shown.</param>
/// <param name="Key">What no other person has, such as their address; compared with who changed the draft last.</param>
internal sealed record Approver(string Name, string Key);
