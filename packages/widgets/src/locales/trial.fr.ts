import type { Text } from './texts.ts'

/** Trying the microphone and the camera, in French. */
export const trialFr = {
  why: 'Rien n’est gardé et rien ne part d’ici\u00a0: c’est seulement pour savoir. Ne pas en avoir n’empêche pas de participer.',
  microphone: 'Essayer le micro',
  camera: 'Essayer la caméra',
  picture: 'Ce que voit la caméra',
  'now.microphone': 'Dites quelque chose…',
  'now.camera': 'La caméra s’ouvre…',
  'microphone.works': 'On vous entend bien.',
  'microphone.none': 'Aucun son entendu. Ce n’est pas grave\u00a0: on peut aussi se joindre par téléphone.',
  'microphone.refused':
    'Le micro n’a pas pu être essayé ici. Ce n’est pas grave\u00a0: dites-le dans votre demande, on l’essaiera avec vous.',
  'camera.works': 'La caméra fonctionne.',
  'camera.none': 'Pas de caméra, ce n’est pas grave.',
  'camera.refused':
    'La caméra n’a pas pu être essayée ici. Ce n’est pas grave\u00a0: dites-le dans votre demande, on l’essaiera avec vous.',
} as const satisfies Record<string, Text>

export type TrialKey = keyof typeof trialFr
