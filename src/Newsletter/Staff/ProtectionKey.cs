namespace Newsletter.Staff;

/// <summary>A key under which cookies and forms of the desk are sealed. In the database, so that several processes have the same.</summary>
internal sealed class ProtectionKey
{
    // For EF.
    private ProtectionKey() { }

    public ProtectionKey(string name, string xml) => (Name, Xml) = (name, xml);

    public int Id { get; private set; }

    public string Name { get; private set; } = "";

    public string Xml { get; private set; } = "";
}
