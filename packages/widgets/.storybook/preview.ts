import type { Preview } from '@storybook/web-components-vite'

const preview: Preview = {
  parameters: {
    layout: 'padded',
    // every state is to be clean: the accessibility panel's findings are errors, not hints
    a11y: { test: 'error' },
    controls: { expanded: true },
  },
  globalTypes: {
    language: { description: 'Langue', defaultValue: 'fr', toolbar: { icon: 'globe', items: ['fr', 'en'], dynamicTitle: true } },
  },
  decorators: [
    (story, { globals }) => {
      document.documentElement.lang = String(globals.language)
      return story()
    },
  ],
}

export default preview
