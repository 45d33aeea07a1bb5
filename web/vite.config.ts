import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';
import react from '@vitejs/plugin-react';
import type { Plugin } from 'vite';
import { defineConfig } from 'vitest/config';
import { compileAll } from './tools/catalogs.mjs';

const kOut = join(import.meta.dirname, 'dist');
const kPacked = /\.(js|css|html|svg|json|webmanifest)$/;

const filesUnder = (folder: string): string[] =>
  readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    return entry.isDirectory() ? filesUnder(path) : [path];
  });

/** Texts are compiled before anything imports them, in every command that reads this file. */
function catalogs(): Plugin {
  return { name: 'cardea-catalogs', buildStart: () => void compileAll() };
}

/** Names the files of the shell in the service worker, with a version made of their content. */
function worker(): Plugin {
  return {
    name: 'cardea-worker',
    apply: 'build',
    closeBundle() {
      const files = filesUnder(kOut).filter((path) => !/(sw\.js|\.br|\.gz)$/.test(path)).sort();
      const hash = createHash('sha256');
      for (const path of files) hash.update(relative(kOut, path)).update(readFileSync(path));
      const names = files.map((path) => `/${relative(kOut, path)}`.replace('/index.html', '/'));
      const source = readFileSync(join(kOut, 'sw.js'), 'utf8');
      const filled = source.replace('__VERSION__', hash.digest('hex').slice(0, 16)).replace('__FILES__', JSON.stringify(names));
      writeFileSync(join(kOut, 'sw.js'), filled);
    },
  };
}

/** Packs from disk, after every other step: earlier, chunks still hold placeholders of the bundler. */
function pack(): Plugin {
  return {
    name: 'cardea-pack',
    apply: 'build',
    closeBundle() {
      for (const path of filesUnder(kOut).filter((name) => kPacked.test(name))) {
        const bytes = readFileSync(path);
        const quality = { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_SIZE_HINT]: statSync(path).size };
        writeFileSync(`${path}.br`, brotliCompressSync(bytes, { params: quality }));
        writeFileSync(`${path}.gz`, gzipSync(bytes, { level: 9 }));
      }
    },
  };
}

export default defineConfig(() => {
  compileAll();
  return {
    plugins: [catalogs(), react(), worker(), pack()],
    build: { target: ['chrome109', 'firefox115'], outDir: kOut, emptyOutDir: true, modulePreload: { polyfill: false }, assetsInlineLimit: 0 },
    server: { host: '127.0.0.1', proxy: { '/api': 'http://127.0.0.1:8480' } },
    test: { environment: 'happy-dom', include: ['src/**/*.test.{ts,tsx}', 'tools/**/*.test.mjs'] },
  };
});
