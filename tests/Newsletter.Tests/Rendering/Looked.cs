using Microsoft.Playwright;

namespace Newsletter.Tests.Rendering;

/// <summary>What a browser measures on a mail that is shown: whatever a reader could not read, reach or hold on to.</summary>
internal static class Looked
{
    public static Task<string[]> AtAsync(IPage page, View view) =>
        page.EvaluateAsync<string[]>(
            Faults,
            new
            {
                leastContrast = view.LeastContrast,
                isInverted = view.IsInverted,
                mostOfColumn = view.MostOfColumn,
            }
        );

    // What has no contrast at all is "incomplete" to axe, and axe knows no inversion, so contrast is counted here too.
    private const string Faults = """
        ({ leastContrast, isInverted, mostOfColumn }) => {
          const faults = [];
          const start = e => e.outerHTML.slice(0, 100);
          const right = Math.ceil(Math.max(document.documentElement.scrollWidth, ...[...document.body.querySelectorAll('*')]
            .map(e => e.getBoundingClientRect()).filter(r => r.width > 0).flatMap(r => [r.right - 0.5, innerWidth - r.left - 0.5])));
          if (right > innerWidth) faults.push(`it reaches ${right} px on a screen of ${innerWidth} px`);
          const column = Math.max(...[...document.querySelectorAll('[role=article] *')].map(e => e.getBoundingClientRect().width)
            .filter(w => w < innerWidth));
          if (innerWidth > mostOfColumn && column > mostOfColumn) faults.push(`the column has ${column} px`);

          const parse = c => { const n = c.match(/[\d.]+/g).map(Number); return { rgb: n.slice(0, 3), alpha: n[3] ?? 1 }; };
          const seen = rgb => isInverted ? rgb.map(c => 255 - c) : rgb;
          const light = rgb => rgb.map(c => c / 255).map(c => c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4)
            .reduce((sum, c, i) => sum + c * [0.2126, 0.7152, 0.0722][i], 0);
          const ground = e => { for (; e; e = e.parentElement) { const c = parse(getComputedStyle(e).backgroundColor); if (c.alpha > 0) return c.rgb; } return [255, 255, 255]; };
          const walk = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
          for (let text = walk.nextNode(); text; text = walk.nextNode()) {
            const e = text.parentElement;
            if (!text.data.trim() || e.closest('style') || !e.checkVisibility()) continue;
            const style = getComputedStyle(e);
            const [a, b] = [light(seen(parse(style.color).rgb)), light(seen(ground(e)))];
            const contrast = (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
            if (contrast < leastContrast) faults.push(`contrast ${contrast.toFixed(2)}: ${start(e)}`);
            if (parseFloat(style.fontSize) < 12) faults.push(`${style.fontSize}: ${start(e)}`);
          }
          for (const link of document.querySelectorAll('a')) {
            const height = link.getBoundingClientRect().height;
            if (link.closest('.button') && height < 44) faults.push(`a button of ${height} px: ${start(link)}`);
            else if (getComputedStyle(link).display === 'inline-block' && height < 24) faults.push(`a lone link of ${height} px: ${start(link)}`);
          }
          return [...new Set(faults)].slice(0, 8);
        }
        """;
}
