// Reads {"name": "html", …} from the file it is given and writes, for each name, what the clients named below do not
// support or support in part: {"name": [{"feature", "client", "support", "notes"}]}.
import { readFile } from 'node:fs/promises';
import { caniemail, rawData } from 'caniemail';

const clients = [
  'gmail.*',
  'outlook.*',
  'apple-mail.*',
  'yahoo.*',
  'orange.*',
  'laposte.*',
  'sfr.*',
  'thunderbird.*',
];

const all = Object.entries(
  rawData.data
    .flatMap(({ stats }) => Object.entries(stats))
    .reduce((families, [family, stats]) => ({ ...families, [family]: { ...families[family], ...stats } }), {}),
).flatMap(([family, stats]) => Object.keys(stats).map((platform) => [family, platform]));

// Some features were never tried in some clients. Where there is no data nothing can be judged; the checker would stop.
for (const { stats } of rawData.data)
  for (const client of all)
    stats[client[0]] = { [client[1]]: { none: 'y' }, ...stats[client[0]] };

const judged = {};
for (const [name, html] of Object.entries(JSON.parse(await readFile(process.argv[2], 'utf8')))) judged[name] = judge(html);
process.stdout.write(JSON.stringify(judged));

function judge(html) {
  const found = new Map();
  // The checker does not look inside media queries, so what stands in them is given to it once more, bare.
  const results = [caniemail({ clients, html })];
  const polish = [...html.matchAll(/@media[^{]*\{((?:[^{}]*\{[^{}]*\})*)\s*\}/g)].map((match) => match[1]).join('\n');
  if (polish) results.push(caniemail({ clients, css: polish }));
  for (const { issues } of results)
    for (const kind of [issues.errors, issues.warnings])
      for (const [client, list] of kind)
        for (const { title, support, notes } of list)
          found.set(`${title}|${client}`, { feature: title, client, support, notes });
  return [...found.values()];
}
