using Newsletter.Tests.Rendering.Rules;

namespace Newsletter.Tests.Rendering;

/// <summary>One mail as the three kinds of rules look at it.</summary>
internal sealed record Sample(string Name, Mail Mail, Letter Letter, Parcel Parcel);
