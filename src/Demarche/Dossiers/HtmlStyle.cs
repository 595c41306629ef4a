using System.Security.Cryptography;
using System.Text;

namespace Demarche.Dossiers;

/// <summary>The style sheet of the HTML dossier: light and dark after the reader's system, readable in print and at 320 pixels.</summary>
/// <remarks>Contrast of every pair of text and ground is at least 5:1 in both schemes.</remarks>
internal static class HtmlStyle
{
    /// <summary>The sheet, with "\n" at line ends: its digest stands in the page's security policy.</summary>
    public const string Sheet =
        ":root{color-scheme:light dark;--ground:#fbfaf7;--text:#1d2126;--soft:#545b64;--line:#d5d2c9;--card:#fff;--link:#0b4f8a;--mark:#fdecae;--marktext:#2b2300;--warn:#8a2b06}\n" +
        "@media(prefers-color-scheme:dark){:root{--ground:#15181c;--text:#e6e4de;--soft:#a7aeb7;--line:#343a42;--card:#1c2026;--link:#8cc4ff;--mark:#5a4a10;--marktext:#fff3c4;--warn:#ffb08f}}\n" +
        "*{box-sizing:border-box}html{font:16px/1.5 system-ui,-apple-system,'Segoe UI',sans-serif;background:var(--ground);color:var(--text)}\n" +
        "body{max-width:76rem;margin:0 auto;padding:1.25rem}a{color:var(--link);text-underline-offset:.15em}a:focus-visible{outline:3px solid var(--link);outline-offset:2px}\n" +
        "td a{color:inherit;text-decoration-color:var(--soft)}td a:hover{color:var(--link);text-decoration-color:currentColor}\n" +
        "h1{font-size:1.9rem;line-height:1.2;margin:.6rem 0}h2{font-size:1.3rem;margin:2.4rem 0 .6rem;border-bottom:2px solid var(--line);padding-bottom:.2rem}h3{font-size:1.05rem;margin:1.4rem 0 .4rem}\n" +
        "nav ul{display:flex;flex-wrap:wrap;gap:.2rem 1rem;list-style:none;padding:0;margin:.4rem 0}nav a{display:inline-block;padding:.25rem 0}.soft{color:var(--soft)}.warn{color:var(--warn)}\n" +
        ".skip{position:absolute;left:-99rem}.skip:focus{position:static}\n" +
        ".wide{overflow-x:auto}table{border-collapse:collapse;width:100%;margin:.4rem 0 1rem;background:var(--card)}caption{text-align:left;color:var(--soft);padding:.2rem 0}\n" +
        "th,td{text-align:left;vertical-align:top;padding:.4rem .6rem;border:1px solid var(--line)}th{color:var(--soft);font-weight:600}td.date,td.n{min-width:6.6rem;white-space:nowrap;font-variant-numeric:tabular-nums}td.what{min-width:min(28rem,60vw)}td.reports{overflow-wrap:anywhere}\n" +
        "blockquote{margin:.35rem 0 0;padding:0 0 0 .8rem;border-left:3px solid var(--line);color:var(--soft)}\n" +
        ".tag{display:inline-block;border:1px solid currentColor;border-radius:.3rem;padding:0 .35rem;font-size:.85rem}mark{background:var(--mark);color:var(--marktext);padding:0 .1em}\n" +
        ".proof{border:1px solid var(--line);background:var(--card);padding:.6rem .8rem;margin:.6rem 0}.proof:target{outline:3px solid var(--link)}.proof p{margin:.2rem 0}b.diff{background:var(--mark);color:var(--marktext);font-weight:600}\n" +
        ".drawing{display:block;width:100%;min-width:44rem;height:auto;font-size:13px}.drawing text{fill:var(--soft)}.drawing .lane{fill:var(--text);font-weight:600}.drawing .tick,.drawing .rule{stroke:var(--line);fill:none}.drawing .done{fill:var(--link);stroke:var(--link)}.drawing .open{fill:var(--ground);stroke:var(--link);stroke-width:2}.drawing .node{fill:var(--link)}.drawing .tie{fill:none;stroke:var(--soft);stroke-opacity:.55}.drawing a:hover *{stroke:var(--warn)}.drawing .node+text{fill:var(--text)}\n" +
        "code{font-size:.9em;overflow-wrap:anywhere}footer{margin-top:3rem;border-top:1px solid var(--line);color:var(--soft)}\n" +
        ".narrow{display:none}@media(max-width:40rem){.narrow{display:inline}table.stack thead{position:absolute;left:-99rem}table.stack tr{display:block;border:1px solid var(--line);margin-bottom:.6rem}table.stack td{display:block;border:0;padding:.15rem .6rem}}\n" +
        "@media print{:root{--ground:#fff;--text:#000;--soft:#444;--line:#bbb;--card:#fff;--link:#000;--mark:#eee;--marktext:#000;--warn:#000}html{font-size:10.5pt}body{max-width:none;padding:0}nav,.skip{display:none}tr,.proof,li{break-inside:avoid}h2,h3{break-after:avoid}a{text-decoration:none}}\n";

    /// <summary>The sheet's digest as a content security policy names it.</summary>
    public static string Digest { get; } = "'sha256-" + Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(Sheet))) + "'";
}
