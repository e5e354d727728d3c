import { readConfig } from './guest-config.ts'
import { firstQuestion } from './guest-first.ts'
import { greet } from './guest-greeting.ts'

/* The script of a frame's page, and of that of the desk; does nothing outside them. A frame greets and asks first, for the code that shows what comes takes its time to start. */
const config = readConfig(document)
if (document.getElementById('cercle-desk')) void import('./desk-page.ts')
const wire = config && greet(config.origins)
if (config && wire) {
  const first = firstQuestion(config)
  // what it starts is long on a slow phone, and would keep the question waiting
  void first.asked.then(async () => {
    const { Guest } = await import('./guest.ts')
    return new Guest(config, wire, first)
  })
}
