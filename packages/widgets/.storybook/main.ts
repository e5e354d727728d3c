import type { StorybookConfig } from '@storybook/web-components-vite'

const config: StorybookConfig = {
  stories: ['../src/**/*.stories.ts'],
  addons: ['@storybook/addon-a11y'],
  framework: '@storybook/web-components-vite',
  core: { disableTelemetry: true, disableWhatsNewNotifications: true },
  features: { sidebarOnboardingChecklist: false },
  viteFinal: (vite) => ({
    ...vite,
    resolve: { ...vite.resolve, dedupe: ['lit', '@lit/context', '@lit/reactive-element'] },
    // Lit's decorators are the legacy ones; without this, stories would silently keep them raw
    oxc: { decorator: { legacy: true } },
  }),
}

export default config
