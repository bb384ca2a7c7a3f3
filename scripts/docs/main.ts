import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { format } from 'prettier';
import { catalogSchema } from './catalogSchema';
import { counts, fieldsPage } from './fieldsPage';

/** Writes what is generated from the plugin's own tables; with `--check` only says what is not up to date. */
const check = process.argv.includes('--check');
const style = JSON.parse(readFileSync('.prettierrc.json', 'utf8')) as object;
const pages = [
  { file: 'docs/fields.md', parser: 'markdown', text: fieldsPage() },
  { file: 'public/catalog.schema.json', parser: 'json', text: JSON.stringify(catalogSchema()) },
];

async function write(): Promise<void> {
  let isStale = false;
  for (const { file, parser, text } of pages) {
    const formatted = await format(text, { ...style, parser });
    if (existsSync(file) && readFileSync(file, 'utf8') === formatted) continue;
    isStale = true;
    if (check) console.error(`${file} is not what the code says: run \`npm run docs\`.`);
    else writeFileSync(file, formatted);
  }
  console.log(
    `${counts.kinds} kinds; ${counts.paths} paths, ${counts.writable} of them targets and ${counts.refused} refused; ` +
      `${counts.refusals} refusals, ${counts.warnings} warnings.`,
  );
  process.exitCode = check && isStale ? 1 : 0;
}

void write();
