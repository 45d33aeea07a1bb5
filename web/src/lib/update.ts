// The service worker keeps the shell of the application, so that a page can be loaded again while the server restarts.
import { createStore } from './store';

/** The worker of a newer version, waiting for its turn. */
export const updateStore = createStore<ServiceWorker | undefined, ServiceWorker | undefined>(undefined, (_, worker) => worker);

export function applyUpdate(worker: ServiceWorker): void {
  navigator.serviceWorker.addEventListener('controllerchange', () => location.reload(), { once: true });
  worker.postMessage('take over');
}

function watch(registration: ServiceWorkerRegistration): void {
  const offer = () => {
    if (registration.waiting && navigator.serviceWorker.controller) updateStore.send(registration.waiting);
  };
  offer();
  registration.addEventListener('updatefound', () => registration.installing?.addEventListener('statechange', offer));
}

/** Registers the worker where browsers allow one: in a secure context. */
export async function registerWorker(): Promise<void> {
  if (!('serviceWorker' in navigator)) return;
  try {
    watch(await navigator.serviceWorker.register('/sw.js'));
  } catch {
    // Without it the application works as long as the server answers.
  }
}
