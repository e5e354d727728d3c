import { defineConfig } from 'vite'

/** For stories only: the package's own config says how the published files are cut and compressed. */
export default defineConfig({
  tsconfig: 'tsconfig.bundle.json',
  resolve: { dedupe: ['lit', '@lit/context', '@lit/reactive-element'] },
  oxc: { decorator: { legacy: true } },
})
