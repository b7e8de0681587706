import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

export default defineConfig({
  plugins: [react()],
  // The service decides which addresses are pages (ConsolePages.java); a dev server that answered every
  // unknown path with the page would hide the service's own 404s.
  appType: 'mpa',
  server: { port: 5173, strictPort: true },
  build: {
    chunkSizeWarningLimit: 800,
    rolldownOptions: {
      output: {
        // what changes with every release apart from what changes with a dependency: the second stays cached
        codeSplitting: { groups: [{ name: 'vendor', test: /node_modules/ }] },
      },
    },
  },
});
