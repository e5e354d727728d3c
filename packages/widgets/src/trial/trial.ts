import { LitElement, html, nothing, type TemplateResult } from 'lit'
import { Texts } from '../controllers/texts.ts'
import { trial } from '../locales/trial.ts'
import { base } from '../theme/base.ts'
import { forms } from '../theme/forms.ts'
import { trialStyles } from './trial.styles.ts'

type What = 'microphone' | 'camera'
type Found = 'works' | 'none' | 'refused'

/** How long a microphone is listened to, ms. */
const LISTENING = 3000
/** Of full swing: louder than a quiet room. */
const HEARD = 0.02

/**
 * Tries the microphone and the camera, each only when asked to. Nothing is kept, nothing leaves the machine, and what was opened is closed at once.
 *
 * @tag cercle-equipment-trial
 */
export class EquipmentTrial extends LitElement {
  static override styles = [base, forms, trialStyles]
  static override properties = { found: { state: true }, trying: { state: true } }

  declare found: Partial<Record<What, Found>>
  declare trying: What | undefined

  readonly #texts = new Texts(this, trial)
  #stream: MediaStream | undefined

  constructor() {
    super()
    this.found = {}
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback()
    this.#close()
  }

  protected override render(): TemplateResult | typeof nothing {
    const { t, ready } = this.#texts
    if (!ready) return nothing
    return html`<div class="c-stack c-stack--3">
      <p class="c-small c-soft">${t('why')}</p>
      <div class="c-line c-acts">
        ${(['microphone', 'camera'] as const).map(
          (what) =>
            html`<button
              class="c-btn"
              type="button"
              aria-disabled=${this.trying ? 'true' : nothing}
              @click=${() => void this.#try(what)}
            >
              ${t(`${what}`)}
            </button>`,
        )}
      </div>
      ${this.trying === 'camera' ? html`<video muted autoplay playsinline aria-label=${t('picture')}></video>` : nothing}
      <p class="c-small" role="status">${this.#said()}</p>
    </div>`
  }

  #said(): string {
    const { t } = this.#texts
    if (this.trying) return t(`now.${this.trying}`)
    return (['microphone', 'camera'] as const)
      .flatMap((what) => (this.found[what] ? [t(`${what}.${this.found[what]}`)] : []))
      .join(' ')
  }

  async #try(what: What): Promise<void> {
    if (this.trying) return
    this.trying = what
    const found = await this.#open(what).catch((error: Error): Found => (error.name === 'NotFoundError' ? 'none' : 'refused'))
    this.#close()
    this.trying = undefined
    this.found = { ...this.found, [what]: found }
  }

  async #open(what: What): Promise<Found> {
    const { mediaDevices } = navigator as { mediaDevices?: MediaDevices }
    if (!mediaDevices) return 'refused'
    this.#stream = await mediaDevices.getUserMedia(what === 'microphone' ? { audio: true } : { video: true })
    if (what === 'microphone') return (await loudest(this.#stream)) > HEARD ? 'works' : 'none'
    const video = this.renderRoot.querySelector('video')!
    video.srcObject = this.#stream
    await video.play()
    await pause(LISTENING)
    return video.videoWidth > 0 ? 'works' : 'none'
  }

  #close(): void {
    for (const track of this.#stream?.getTracks() ?? []) track.stop()
    this.#stream = undefined
  }
}

const pause = (ms: number) => new Promise((done) => setTimeout(done, ms))

/** The loudest moment, 0 to 1, until something is heard or the time is over. */
async function loudest(stream: MediaStream): Promise<number> {
  const context = new AudioContext()
  try {
    const analyser = context.createAnalyser()
    context.createMediaStreamSource(stream).connect(analyser)
    const samples = new Float32Array(analyser.fftSize)
    let most = 0
    for (const until = performance.now() + LISTENING; performance.now() < until && most <= HEARD;) {
      await pause(50)
      analyser.getFloatTimeDomainData(samples)
      most = samples.reduce((max, sample) => Math.max(max, Math.abs(sample)), most)
    }
    return most
  } finally {
    await context.close()
  }
}
