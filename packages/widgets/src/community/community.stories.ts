import type { Meta, StoryObj } from '@storybook/web-components-vite'
import { html, type TemplateResult } from 'lit'
import { fakeClient, type FakeWorld } from '../../test/fake-client.ts'
import { buildSpace, buildThread, buildViewer, now } from '../../test/factories.ts'
import './register.ts'

const hall = buildSpace({ can: { write: true, pin: false } })
const group = buildSpace({
  slug: 'laval',
  name: 'Groupe Laval',
  level: 'restricted',
  readers: 14,
  can: { write: true, pin: false },
})
const threads = [
  buildThread({ space: hall }),
  buildThread({ space: group, kind: 'tool', title: 'Le plan de sécurité en images' }),
]

const story = (world: Partial<FakeWorld>): StoryObj => ({
  render: (): TemplateResult => html`<cercle-community-view .client=${fakeClient(world)} .now=${now}></cercle-community-view>`,
})

const meta: Meta = { title: 'Community' }
export default meta

export const Stranger = story({ spaces: [hall], threads: [buildThread({ space: hall, author: null })] })
export const Member = story({ viewer: buildViewer(), spaces: [hall, group], threads })
