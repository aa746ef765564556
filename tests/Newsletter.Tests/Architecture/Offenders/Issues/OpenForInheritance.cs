namespace Newsletter.Tests.Architecture.Offenders.Issues;

#pragma warning disable CA1852 // Planted: a class that is not sealed.
internal class OpenForInheritance;
#pragma warning restore CA1852
