using NetVips;

namespace Newsletter.Columns.Pictures;

/// <summary>libvips, as this program lets it work: six formats, little memory, few threads, no words of its own on standard error.</summary>
internal static class Vips
{
    private static readonly string[] Loaders =
    [
        "VipsForeignLoadJpeg",
        "VipsForeignLoadPng",
        "VipsForeignLoadNsgif",
        "VipsForeignLoadWebp",
        "VipsForeignLoadHeif",
        "VipsForeignLoadSvg",
    ];

    private static readonly Lazy<string?> Fault = new(Start);

    /// <exception cref="Refusal">The library cannot be loaded on this machine.</exception>
    public static void Ensure()
    {
        if (Fault.Value is { } fault)
            throw new Refusal($"Pictures cannot be read on this machine, which lacks a part of libvips ({fault}).");
    }

    private static string? Start()
    {
        try
        {
            // An allow-list: what a later libvips learns to read stays shut until somebody has looked at it.
            Operation.Block("VipsForeignLoad", true);
            foreach (var loader in Loaders)
                Operation.Block(loader, false);
            Cache.Max = 0;
            NetVips.NetVips.Concurrency = 2;
            Log.SetLogHandler("VIPS", Enums.LogLevelFlags.LevelMask, static (_, _, _) => { });
            return null;
        }
        catch (Exception fault)
            when (fault
                    is DllNotFoundException
                        or TypeInitializationException
                        or BadImageFormatException
                        or VipsException
            )
        {
            return fault.GetBaseException().Message.ReplaceLineEndings(" ").TrimEnd('.');
        }
    }
}
