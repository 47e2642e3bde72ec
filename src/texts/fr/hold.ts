import type { hold as dutch } from '../nl/hold.ts'

export const hold = {
  'held.description': 'Un de tes messages a été retenu ? Regarde pourquoi. Toi seul·e vois la réponse.',
  'held.line': 'Un message a été retenu. C’était le tien ? Appuie ici.',
  'held.line-news': 'Il y a du nouveau sur un message retenu. C’était le tien ? Appuie ici.',
  'held.button.look': 'Regarder',
  'held.none': 'Aucun de tes messages n’est retenu.',
  'held.waiting':
    'Ton message dans {channel} n’est pas visible pour l’instant. Une règle l’a retenu : {why} Une règle peut se tromper. C’est pourquoi une personne le regarde. Pas d’accord avec sa décision ? Tape alors /bezwaar. Besoin d’aide ? Tape /praat.',
  'held.waiting-closed':
    'Personne de l’équipe n’est là maintenant. On revient {next}. On le regardera à ce moment.',
  'held.kept-out':
    'Une personne a regardé ton message dans {channel}. Il reste retiré. La raison : {why} Pas d’accord ? Tape /bezwaar. On en parle volontiers avec toi.',
  'held.given':
    'Une personne a regardé ton message dans {channel}. Il peut y être. Désolé pour l’attente. Copie ton texte et publie-le, ou laisse le bot le faire.',
  'held.quoted':
    'Le bot a publié ton message dans {channel}. Tu veux l’enlever ? Appuie sur le bouton en dessous.',
  'held.over': 'Un de tes messages dans {channel} avait été retenu. C’est fini maintenant.',
  'held.words-gone': 'Le bot n’a plus ton texte. Le temps de conservation est passé.',
  'held.more': 'Un autre de tes messages a été retenu. Appuie encore une fois.',
  'held.button.post': 'Laisser le bot le publier',
  'held.posting': 'Le bot publie ton message. Tu veux l’enlever plus tard ? Appuie sur le bouton en dessous.',
  'held.quote': '**{name}** a écrit :',
  'held.button.withdraw': 'Enlever (seulement l’auteur)',
  'held.withdrawn': 'Ton message va disparaître.',
  'held.not-yours':
    'Seule la personne qui a écrit le message peut faire cela. Un problème ? Parle à un animateur.',
  'held.too-late': 'Ce n’est plus possible. Cela a changé entre-temps.',
  'norm.images': 'Dans ce canal, une personne regarde les images.',
  'norm.video': 'Dans ce canal, une personne regarde les vidéos.',
  'norm.audio': 'Dans ce canal, une personne regarde les sons.',
  'norm.files': 'Dans ce canal, une personne regarde les fichiers.',
  'norm.links': 'Dans ce canal, une personne regarde les liens.',
  'norm.blocked-link': 'Ce lien est sur la liste des liens qu’une personne regarde.',
  'norm.look-alike-link': 'Ce lien ressemble à un site connu, mais mène ailleurs.',
  'norm.newcomer-link': 'Quelqu’un qui vient d’arriver met un lien ici.',
  'norm.newcomer-attachment': 'Quelqu’un qui vient d’arriver met un fichier ou une photo ici.',
  'automod.seen': 'Un filtre de Discord a vu un mot de nos règles.',
  'automod.seen-preset': 'Un filtre de Discord a vu un mot de la liste de Discord.',
  'automod.block':
    'Ce message ne respecte pas nos règles, il n’est pas publié. Pas d’accord ? Tape /bezwaar. Besoin d’aide ? Tape /praat.',
  'hold.description': 'Garder quelque chose plus longtemps pour la loi, ou arrêter. Pour les animateurs.',
  'hold.subject.description':
    'Le code de la carte, ou le lien du message. Laisse vide pour voir ce qui est gardé.',
  'hold.heading': 'Gardé plus longtemps pour la loi',
  'hold.none':
    'Rien n’est gardé plus longtemps. Tape /bewaring avec le code d’une carte ou le lien d’un message.',
  'hold.line': '{code} : jusqu’au {day} inclus, par {name}. Raison : {why}',
  'hold.not-found': 'Ceci n’a pas été trouvé. Donne le code qui est sur la carte, ou le lien du message.',
  'hold.title': 'Garder plus longtemps pour la loi',
  'hold.about':
    'Seulement si la police, le parquet ou un juge le demande, ou si un jeune en a besoin pour une plainte. À la date de fin, c’est effacé. Chaque conservation est notée dans le journal.',
  'hold.name.label': 'Qui le demande ? (nom, service)',
  'hold.why.label': 'Pourquoi ? (court, sans détails)',
  'hold.until.label': 'Jusqu’à quel jour inclus ? (aaaa-mm-jj)',
  'hold.bad-date':
    'Écris la date de fin comme 2027-03-31 : après aujourd’hui, et au plus dans un an. Tape /bewaring à nouveau.',
  'hold.done': '{code} est gardé jusqu’au {day} inclus. Ensuite, c’est effacé. Pour arrêter : /bewaring.',
  'hold.nothing-left':
    'Pour {code}, les mots sont déjà effacés. Ce qui reste est gardé jusqu’au {day} inclus.',
  'hold.stop.placeholder': 'Arrêter une conservation',
  'hold.stopped':
    'Arrêté. Le délai habituel s’applique à nouveau. Ce qui devait être parti est maintenant effacé.',
} satisfies Record<keyof typeof dutch, string>
