import type { general as dutch } from '../nl/general.ts'

export const general = {
  'wording.button.easy': 'Très simple',
  'wording.button.ordinary': 'Texte normal',

  'channel.offer':
    'Envie de parler à quelqu’un ? Tape /praat : toi seul·e vois la réponse. Par téléphone, jour et nuit : 107 ou 0800 32 123. Danger ? Appelle le 112.',
  'channel.mention':
    'Je suis un bot et ne peux pas répondre. Envie de parler à quelqu’un ? Tape /praat : toi seul·e vois la réponse. Par téléphone, jour et nuit : 107 ou 0800 32 123. Danger ? Appelle le 112.',
  'channel.reminder':
    'Un rappel pour tout le monde : restons sympas les uns avec les autres. Nos accords sont dans /regels.',
  'channel.closed':
    'Nous sommes fermés. On revient {next}. Besoin de quelqu’un maintenant ? Appelle le 107 ou le 0800 32 123, jour et nuit. Tu préfères écrire ? /praat montre quel chat est ouvert. Danger ? Appelle le 112.',
  'channel.closed-no-next':
    'Nous sommes fermés. Besoin de quelqu’un maintenant ? Appelle le 107 ou le 0800 32 123, jour et nuit. Tu préfères écrire ? /praat montre quel chat est ouvert. Danger ? Appelle le 112.',

  'error.bug':
    'Quelque chose a raté chez nous. Essaie encore. Toujours pas ? Donne ce code à un animateur : {id}.',
  'error.not-allowed': 'Seulement l’équipe peut faire ceci. Ce que tu peux faire est dans /info.',
  'error.outside-house': 'Ceci ne marche que sur le Discord d’une maison de jeunes. Va là et tape à nouveau.',
  'error.only-direct': 'Ce bouton ne marche que dans tes messages privés avec le bot. Appuie dessus là.',
  'error.not-ready':
    'Le bot n’est pas prêt : il démarre, ou cette maison n’est pas encore installée. Signaler et parler avec nous ne marche pas maintenant. Besoin d’aide ? Appelle le 107, jour et nuit. Danger ? Appelle le 112.',
  'error.unknown-button': 'Ce bouton ne marche plus. Tape la commande à nouveau.',
} satisfies Record<keyof typeof dutch, string>
