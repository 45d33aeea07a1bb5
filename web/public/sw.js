// Keeps the shell of the application (never an answer of /api) so that a page can be loaded while the server restarts.
// The build writes the names of the files and a version made of them in place of the two constants.
const kVersion = '__VERSION__';
const kFiles = __FILES__;
const kNetworkFirstMs = 1500;

self.addEventListener('install', (event) => {
  event.waitUntil(caches.open(kVersion).then((cache) => cache.addAll(kFiles)));
});

self.addEventListener('activate', (event) => {
  const clean = caches.keys().then((names) => Promise.all(names.filter((name) => name !== kVersion).map((name) => caches.delete(name))));
  event.waitUntil(clean.then(() => self.clients.claim()));
});

self.addEventListener('message', (event) => {
  if (event.data === 'take over') self.skipWaiting();
});

function within(promise, ms) {
  return new Promise((resolve, reject) => {
    setTimeout(() => reject(new Error('late')), ms);
    promise.then(resolve, reject);
  });
}

async function page(request) {
  try {
    return await within(fetch(request), kNetworkFirstMs);
  } catch {
    return (await caches.match('/')) ?? Response.error();
  }
}

async function file(request) {
  return (await caches.match(request)) ?? fetch(request);
}

self.addEventListener('fetch', (event) => {
  const url = new URL(event.request.url);
  const other = url.origin !== location.origin || event.request.method !== 'GET';
  if (other || /^\/(api|health|metrics)(\/|$)/.test(url.pathname)) return;
  if (event.request.mode === 'navigate') event.respondWith(page(event.request));
  else if (url.pathname.startsWith('/assets/')) event.respondWith(file(event.request));
});
