import './ui/fonts.css';
import './ui/tokens.css';
import './ui/base.css';
import './ui/ui.css';
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { RouterProvider } from '@tanstack/react-router';
import { StrictMode, useEffect, useState } from 'react';
import { createRoot } from 'react-dom/client';
import { watchSession } from './api/useSession';
import { activateLanguage } from './lib/i18n';
import { getPreferences, usePreferences } from './lib/preferences';
import { registerWorker } from './lib/update';
import { router } from './router';

// A post works on its own network: the browser's idea of being online says nothing about the node.
const client = new QueryClient({
  defaultOptions: {
    queries: { networkMode: 'always', refetchOnWindowFocus: false, retry: 1, staleTime: 30_000 },
    mutations: { networkMode: 'always' },
  },
});
watchSession(client);

function App() {
  const { language } = usePreferences();
  const [ready, setReady] = useState(false);
  useEffect(() => {
    void activateLanguage(language).then(() => setReady(true));
  }, [language]);
  return ready ? <RouterProvider router={router} /> : null;
}

async function start(): Promise<void> {
  await activateLanguage(getPreferences().language);
  const place = document.getElementById('root');
  if (!place) throw new Error('the page has no root');
  createRoot(place).render(
    <StrictMode>
      <QueryClientProvider client={client}>
        <App />
      </QueryClientProvider>
    </StrictMode>,
  );
  if (import.meta.env.PROD) await registerWorker();
}

void start();
