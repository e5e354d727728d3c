import type { TrialKey } from './trial.fr.ts'
import type { Catalogue } from './texts.ts'

/** Trying the microphone and the camera, in English. */
export const trialEn: Catalogue<TrialKey> = {
  why: 'Nothing is kept and nothing leaves this place: it is only to know. Having none keeps nobody from taking part.',
  microphone: 'Try the microphone',
  camera: 'Try the camera',
  picture: 'What the camera sees',
  'now.microphone': 'Say something…',
  'now.camera': 'The camera is opening…',
  'microphone.works': 'We can hear you well.',
  'microphone.none': 'No sound heard. It does not matter: one can also join by telephone.',
  'microphone.refused':
    'The microphone could not be tried here. It does not matter: say so in your request, and we will try it with you.',
  'camera.works': 'The camera works.',
  'camera.none': 'No camera, it does not matter.',
  'camera.refused':
    'The camera could not be tried here. It does not matter: say so in your request, and we will try it with you.',
}
