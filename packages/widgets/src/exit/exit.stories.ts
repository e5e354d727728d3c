import type { Meta, StoryObj } from '@storybook/web-components-vite'
import { html } from 'lit'
import './register.ts'

const meta: Meta = { title: 'Exit', component: 'cercle-exit' }
export default meta

export const AtRest: StoryObj = { render: () => html`<cercle-exit></cercle-exit>` }
export const Dark: StoryObj = { render: () => html`<cercle-exit theme="dark"></cercle-exit>` }
export const OneMorePress: StoryObj = {
  render: () => html`<cercle-exit></cercle-exit>`,
  play: () => {
    for (let press = 0; press < 2; press += 1) dispatchEvent(new KeyboardEvent('keydown', { key: 'Shift' }))
  },
}
