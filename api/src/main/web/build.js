// Bundles the three pages. `node build.js [--out DIR] [--stamp FILE] [--if-changed] [--install]`
//   --if-changed  does nothing when neither sources nor lock file changed since the last build into DIR
//   --install     runs `npm ci` first when node_modules is missing or older than the lock file
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { cp, mkdir, readFile, readdir, rm, writeFile } from 'node:fs/promises';
import { dirname, join, relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';

const HERE = dirname(fileURLToPath(import.meta.url));
const VERIFIER = resolve(HERE, '../../../../mobile-contract/src/main/resources/verifier');
const PAGES = ['ticket', 'desk', 'door'];
const TARGET = ['chrome103', 'safari15.4'];
// What a first visit loads before it shows anything: the page, its styles, its script and what that imports, compressed.
const BUDGETS = { ticket: 25 * 1024, desk: 60 * 1024, door: 45 * 1024 };

const flag = (name) => process.argv.includes(`--${name}`);
const option = (name, fallback) => {
  const place = process.argv.indexOf(`--${name}`);
  return place < 0 ? fallback : process.argv[place + 1];
};
const OUT = resolve(option('out', join(HERE, 'dist')));
const STAMP = resolve(option('stamp', `${OUT}.stamp`));

const sources = await fingerprint();
const built = existsSync(STAMP) && existsSync(OUT) ? await readFile(STAMP, 'utf8') : '';
if (flag('if-changed') && built === sources) {
  console.log('web: unchanged');
} else {
  if (flag('install')) await install();
  await build();
  await writeFile(STAMP, sources);
}

async function build() {
  const { build: bundle, transform } = await import('esbuild');
  await rm(OUT, { recursive: true, force: true });
  await mkdir(OUT, { recursive: true });
  const options = { bundle: true, minify: true, format: 'esm', target: TARGET, legalComments: 'none', charset: 'utf8', logLevel: 'warning' };

  for (const page of PAGES) {
    await bundleScript(page, (code) => transform(code, { minify: true, format: 'esm', target: TARGET, legalComments: 'none', charset: 'utf8' }));
    await bundle({ ...options, entryPoints: [join(HERE, page, 'page.css')], outdir: join(OUT, page) });
  }
  await bundle({ ...options, format: 'iife', entryPoints: [{ in: join(HERE, 'door/decoder.js'), out: 'door/decoder' }], outdir: OUT });
  await cp(join(HERE, 'node_modules/zxing-wasm/dist/reader/zxing_reader.wasm'), join(OUT, 'door/zxing_reader.wasm'));
  await cp(join(HERE, 'static'), OUT, { recursive: true });
  for (const page of PAGES) {
    const manifest = await readFile(join(HERE, page, 'manifest.webmanifest'), 'utf8');
    await writeFile(join(OUT, page, 'manifest.webmanifest'), manifest);
    await writeFile(join(OUT, page, 'index.html'), await documentOf({ page, ...JSON.parse(manifest) }));
    await writeWorker(bundle, options, page);
  }
  await checkBudgets();
}

/**
 * One file for what a page begins with, and one for each part that it imports later. What such a part has in common with
 * the beginning it takes from there: a slow phone pays for every file more than for its bytes.
 */
async function bundleScript(page, minify) {
  const [{ rollup }, { nodeResolve }] = await Promise.all([import('@rollup/wasm-node'), import('@rollup/plugin-node-resolve')]);
  const script = await rollup({
    input: join(HERE, page, 'page.js'),
    plugins: [nodeResolve({ browser: true }), { name: 'minify', renderChunk: minify }],
    onwarn: (warning) => {
      throw new Error(warning.message);
    },
  });
  await script.write({ dir: join(OUT, page), entryFileNames: 'page.js', chunkFileNames: '[name]-[hash].js' });
  await script.close();
}

/** The one document of the three pages; title and description are those under which the page is installed. */
async function documentOf(words) {
  const template = await readFile(join(HERE, 'shared/index.html'), 'utf8');
  return template.replace(/{{(\w+)}}/g, (_, word) => words[word]);
}

/** A page's worker knows the exact files of its version; any change of a byte is a new version. */
async function writeWorker(bundle, options, page) {
  const files = (await list(join(OUT, page))).map((file) => `/${relative(OUT, file)}`).filter((file) => !file.endsWith('index.html'));
  files.push('/icons/icon.svg', '/icons/icon-192.png');
  const hash = createHash('sha256');
  for (const file of [...files, `/${page}/index.html`]) hash.update(await readFile(join(OUT, file)));
  await bundle({
    ...options,
    format: 'iife',
    entryPoints: [join(HERE, 'shared/worker.js')],
    outfile: join(OUT, `${page}-worker.js`),
    define: {
      PAGE: JSON.stringify(page),
      VERSION: JSON.stringify(hash.digest('hex').slice(0, 12)),
      FILES: JSON.stringify([`/${page}`, ...files]),
    },
  });
}

async function checkBudgets() {
  let over = false;
  for (const page of PAGES) {
    let size = 0;
    for (const file of await firstLoad(page)) size += gzipSync(await readFile(file), { level: 9 }).length;
    const text = `web: ${page} ${(size / 1024).toFixed(1)} KB of ${BUDGETS[page] / 1024} KB`;
    over ||= size > BUDGETS[page];
    console.log(size > BUDGETS[page] ? `${text}: OVER BUDGET` : text);
  }
  if (over) {
    await rm(STAMP, { force: true });
    process.exit(1);
  }
}

/** The page and the chunks its script imports at once; what is imported later does not keep the page waiting. */
async function firstLoad(page) {
  const files = ['index.html', 'page.css', 'page.js'].map((file) => join(OUT, page, file));
  for (const file of files) {
    if (!file.endsWith('.js')) continue;
    const code = await readFile(file, 'utf8');
    for (const [, chunk] of code.matchAll(/(?:from|import)\s*"\.\/([^"]+)"/g)) {
      const path = join(OUT, page, chunk);
      if (!files.includes(path)) files.push(path);
    }
  }
  return files;
}

async function install() {
  const lock = createHash('sha256').update(await readFile(join(HERE, 'package-lock.json'))).digest('hex');
  const mark = join(HERE, 'node_modules/.lock-hash');
  if (existsSync(mark) && (await readFile(mark, 'utf8')) === lock) return;
  const npm = spawnSync('npm', ['ci', '--ignore-scripts', '--no-fund', '--no-audit', '--loglevel=error'], {
    cwd: HERE,
    stdio: 'inherit',
    shell: process.platform === 'win32',
  });
  if (npm.status !== 0) process.exit(npm.status ?? 1);
  await writeFile(mark, lock);
}

async function fingerprint() {
  const hash = createHash('sha256');
  for (const folder of [HERE, VERIFIER]) {
    for (const file of await list(folder)) {
      hash.update(relative(folder, file)).update(await readFile(file));
    }
  }
  return hash.digest('hex');
}

async function list(folder) {
  const files = [];
  for (const item of await readdir(folder, { withFileTypes: true })) {
    if (item.name === 'node_modules' || item.name === 'dist' || item.name.endsWith('.stamp') || item.name === 'test') continue;
    const path = join(folder, item.name);
    files.push(...(item.isDirectory() ? await list(path) : [path]));
  }
  return files.sort();
}
