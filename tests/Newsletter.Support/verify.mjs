// Verifies the DKIM signatures of each file of a folder with mailauth. The first argument is the folder, the second a
// file {"selector._domainkey.domain": "v=DKIM1; …"} that stands in for the DNS. Writes {"file": ["rsa-sha256 pass", …]}.
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { dkimVerify } from 'mailauth/lib/dkim/verify.js';

const [folder, file] = process.argv.slice(2);
const records = JSON.parse(await readFile(file, 'utf8'));

async function resolver(name, type) {
  if (type === 'TXT' && records[name]) return [[records[name]]];
  throw Object.assign(new Error(`No ${type} at ${name}`), { code: 'ENOTFOUND' });
}

const verified = {};
for (const name of await readdir(folder)) {
  const { results } = await dkimVerify(await readFile(join(folder, name)), { resolver });
  verified[name] = results.map(({ algo, status }) => `${algo} ${status.result}`);
}
process.stdout.write(JSON.stringify(verified));
