export const refer = {
  'refer.start':
    'Tu envoies une ligne à {writer}, dans un fil privé du bot. Il y est dit que cela vient de toi. Toi-même, tu n’y es pas. Personne ne voit si {writer} l’ouvre.',
  'refer.subject': 'De quoi s’agit-il ? Le bot ne garde pas le sujet.',
  'refer.subject.placeholder': 'Choisis un sujet',
  'refer.line': 'Quelle ligne envoies-tu ? Ce qui est ouvert maintenant vient d’abord.',
  'refer.line.placeholder': 'Choisis une ligne',
  'refer.line.open.why': 'Ouvert maintenant',
  'refer.line.closed.why': 'Fermé maintenant',
  'refer.line.unknown.why': 'Heures sur le site',
  'refer.form.title': 'Envoyer une ligne',
  'refer.form.words.label': 'Qu’écris-tu avec ?',
  'refer.form.words.hint.why': 'Avec : {line}. Le bot oublie tes mots dès qu’ils y sont.',
  'refer.words':
    'Salut ! C’est peut-être quelque chose pour toi : ici, tu peux parler avec des gens qui entendent cela souvent. Tu ne dois rien faire : tu choisis.',
  'refer.sent':
    'Le bot crée maintenant un fil privé avec {writer}, sous {channel}. Personne ne voit s’il est ouvert, toi non plus.',
  'refer.words-back': 'Voici ce que tu avais écrit :',
  'refer.cannot.bot': 'Ce message vient d’un bot. Il n’y a personne à qui envoyer quelque chose.',
  'refer.cannot.own': 'C’est ton propre message. Tu cherches quelque chose pour toi ? Tape /praat.',
  'refer.cannot.team': 'Ce message vient de quelqu’un de l’équipe. Parle toi-même à cette personne.',
  'refer.cannot.talk':
    'Ce n’est pas possible depuis une conversation privée. Dis-le dans la conversation même.',
  'refer.cannot.staff': 'Ce n’est pas possible dans un canal de l’équipe.',
  'refer.cannot.left': 'La personne qui a écrit ceci n’est plus dans la maison. Le bot n’a rien envoyé.',
  'refer.cannot.look':
    'Le bot ne voit pas maintenant de qui est ce message. Rien n’a été envoyé. Réessaie plus tard.',
  'refer.cannot.no-place':
    'Ce n’est pas possible ici : il n’y a pas de canal pour les conversations privées, ou il y manque des permissions au bot. Parle toi-même à la personne.',
  'refer.cannot.not-seen':
    'Cette personne ne voit pas le canal des conversations privées. Le bot n’a rien envoyé. Parle toi-même à la personne.',
  'refer.cannot.line': 'Cette ligne n’est plus dans les accords. Le bot n’a rien envoyé.',
  'refer.say.from': '{worker} t’envoie ceci.',
  'refer.say.choice': 'Tu ne dois rien faire. Personne ne voit si tu ouvres ceci.',
  'refer.say.readers': '**Qui peut lire ?** Toi, et le ou la propriétaire du serveur.',
  'refer.say.not-read':
    'Personne de nous ne lit ce que tu écris ici. Tu veux parler avec nous ? Appuie sur le bouton.',
  'refer.say.not-read-off':
    'Personne de nous ne lit ce que tu écris ici. Tu veux parler avec nous ? Va voir un animateur ou une animatrice.',
  'refer.say.kept': 'Le bot efface ceci après {days, plural, one {un jour} other {# jours}}.',
  'refer.say.nobody': '**Personne de nous ne lit ici.** Tu veux parler ? Voici où aller :',
  'refer.say.left':
    '{worker}, la personne qui a écrit ce message n’est plus dans la maison. Personne n’a reçu ceci.',
  'refer.button.send': 'Envoyer aussi une ligne',
  'refer.button.talk': 'Parler avec nous',
}
