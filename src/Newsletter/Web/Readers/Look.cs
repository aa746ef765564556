using System.Security.Cryptography;
using System.Text;

namespace Newsletter.Web.Readers;

/// <summary>
/// The one style sheet of the readers' pages. It stands inline, so that a page is one request, and its hash is what
/// the content security policy allows.
/// </summary>
internal static class Look
{
    public const string Css = """
        :root{color-scheme:light dark;--ink:#1f2328;--quiet:#57606a;--paper:#fff;--ground:#f4f4f0;--line:#d8d8d2;--act:#1a5276;--on-act:#fff}
        @media(prefers-color-scheme:dark){:root{--ink:#e8e8e4;--quiet:#a9b1ba;--paper:#1d2024;--ground:#131517;--line:#3a3f45;--act:#9ccbee;--on-act:#10202c}}
        *{box-sizing:border-box}
        body{margin:0;min-height:100vh;display:flex;flex-direction:column;background:var(--ground);color:var(--ink);font:1.0625rem/1.6 system-ui,-apple-system,"Segoe UI",Roboto,"Noto Sans",sans-serif}
        main{width:100%;max-width:36rem;margin:auto;padding:2rem 1.25rem}
        article{background:var(--paper);border:1px solid var(--line);border-radius:.75rem;padding:1.75rem 1.5rem}
        h1{margin:0 0 .75rem;font-size:1.5rem;line-height:1.25;text-wrap:balance}
        p{margin:0 0 1rem;overflow-wrap:anywhere}
        .aside{margin:1.25rem 0 0;color:var(--quiet);font-size:.9375rem}
        form{margin:1.25rem 0 0}
        label{display:block;font-weight:600}
        input:not([type=hidden]),textarea{width:100%;min-height:3rem;padding:.5rem .75rem;border:1px solid var(--quiet);border-radius:.5rem;background:var(--paper);color:var(--ink);font:inherit}
        textarea{font:.8125rem/1.5 ui-monospace,monospace}
        input:focus-visible,textarea:focus-visible{outline:3px solid var(--act);outline-offset:1px}
        img.logo{display:block;max-width:100%;height:auto}
        .notice{padding:.75rem 1rem;border:1px solid var(--act);border-left-width:.5rem;border-radius:.25rem}
        .trap{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%)}
        blockquote{margin:0 0 1.25rem;padding:.25rem 0 .25rem 1rem;border-left:4px solid var(--line);overflow-wrap:anywhere}
        button{min-height:3rem;padding:.625rem 1.5rem;border:2px solid var(--act);border-radius:.5rem;background:var(--act);color:var(--on-act);font:inherit;font-weight:600;cursor:pointer}
        button.quiet{background:transparent;color:var(--act)}
        a{color:var(--act);text-underline-offset:.15em}
        a.more{display:inline-block;padding:.375rem 0}
        button:focus-visible,a:focus-visible{outline:3px solid var(--act);outline-offset:3px}
        fieldset{margin:1.5rem 0 0;padding:1rem 1.25rem;border:1px solid var(--line);border-radius:.5rem;min-width:0}
        legend{padding:0 .5rem;font-weight:600}
        label{display:block;margin:1rem 0 .25rem}
        label.choice{margin:0;padding:.5rem 0}
        input,select,textarea{font:inherit;color:inherit;accent-color:var(--act)}
        input:not([type=checkbox],[type=radio]),select,textarea{width:100%;min-height:3rem;padding:.5rem .75rem;border:1px solid var(--quiet);border-radius:.5rem;background:var(--paper)}
        input[type=checkbox],input[type=radio]{width:1.25rem;height:1.25rem;vertical-align:-.2em;margin:0 .5rem 0 0}
        input:focus-visible,select:focus-visible,textarea:focus-visible,summary:focus-visible{outline:3px solid var(--act);outline-offset:2px}
        .wrong{margin:.25rem 0 0;font-weight:600}
        .note{padding:.75rem 1rem;border-left:4px solid var(--act);background:var(--ground)}
        h2{margin:2rem 0 .5rem;font-size:1.1875rem;line-height:1.3}
        dl{margin:1rem 0 0}
        dt{color:var(--quiet);font-size:.9375rem}
        dd{margin:0 0 .75rem;overflow-wrap:anywhere}
        ul{list-style:none;margin:1.25rem 0 0;padding:0}
        li{padding:.75rem 0;border-top:1px solid var(--line)}
        li b{display:block;overflow-wrap:anywhere}
        main.wide{max-width:none;margin:0;padding:1rem}
        .choices a{display:inline-block;padding:.5rem .75rem;margin:0 .25rem .25rem 0;border:1px solid var(--line);border-radius:.5rem;background:var(--paper)}
        .choices a[aria-current]{background:var(--act);color:var(--on-act);text-decoration:none}
        iframe{display:block;width:100%;height:80vh;border:1px solid var(--line);border-radius:.5rem;background:#fff}
        iframe.phone{width:375px;max-width:100%}
        article>:last-child{margin-bottom:0}
        @media(max-width:30rem){main{padding:1rem .75rem}article{padding:1.25rem 1rem}button{width:100%}}
        """;

    /// <summary>SHA-256 of <see cref="Css"/>, base64.</summary>
    public static string Hash { get; } = Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(Css)));
}
