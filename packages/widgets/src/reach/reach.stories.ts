import type { Meta, StoryObj } from '@storybook/web-components-vite'
import { html } from 'lit'
import { buildCommunity } from '../../test/factories.ts'
import { fakeClient } from '../../test/fake-client.ts'
import './register.ts'

const meta: Meta = { title: 'Account/Whom to reach', component: 'cercle-reach' }
export default meta

const contact = { name: 'Marie-Ève', email: 'animation@alize.example', phone: '819 555-0142' }
const line = (where: 'code' | 'join', name: string | null = contact.name) => {
  const client = fakeClient({ community: buildCommunity({ contact: { ...contact, name } }) })
  return html`<cercle-reach .client=${client} .where=${where}></cercle-reach>`
}

export const WithTheCode: StoryObj = { render: () => line('code') }
export const Joining: StoryObj = { render: () => line('join') }
export const NobodyNamed: StoryObj = { render: () => line('join', null) }
