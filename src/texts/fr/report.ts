import type { report as dutch } from '../nl/report.ts'

export const report = {
  'report.name': 'Meld dit bericht',
  'report.title': 'Signaler ce message',
  'report.reason.label': 'Que se passe-t-il ?',
  'report.reason.placeholder': 'Choisis ce qui convient le mieux',
  'report.reason.worried.option': 'Je m’inquiète pour lui ou elle',
  'report.reason.threat.option': 'Quelqu’un menace quelqu’un',
  'report.reason.hate.option': 'Haine contre qui on est',
  'report.reason.bullying.option': 'Quelqu’un harcèle quelqu’un',
  'report.reason.sexual.option': 'Quelque chose de sexuel qui ne va pas',
  'report.reason.grooming.option': 'Quelqu’un demande des choses bizarres',
  'report.reason.personal-data.option': 'Les données ou photos de quelqu’un sont ici',
  'report.reason.drugs.option': 'Vendre ou proposer de la drogue',
  'report.reason.spam.option': 'Spam ou publicité',
  'report.reason.other.option': 'Autre chose',
  'report.words.label': 'Ajouter quelque chose ? (facultatif)',
  'report.words.placeholder': 'Par exemple : que s’est-il passé avant ce message ?',
  'report.who-reads':
    'Les animateurs et modérateurs peuvent lire ceci. On ne dit pas qui a signalé. Parfois, on peut le deviner.',
  'report.thanks': 'Merci pour ton signalement. Un animateur va regarder. On ne dit pas qui a signalé.',
  'report.thanks-closed':
    'Merci pour ton signalement. Personne de l’équipe n’est là maintenant. On revient {next}. On regardera à ce moment. C’est urgent ? Appelle le 107, jour et nuit. Danger ? Appelle le 112.',
  'report.thanks-closed-no-next':
    'Merci pour ton signalement. Personne de l’équipe n’est là maintenant. On regardera dès notre retour. C’est urgent ? Appelle le 107, jour et nuit. Danger ? Appelle le 112.',
  'report.already': 'Tu as déjà signalé ce message. On ne l’a pas oublié.',
  'report.cannot.bot': 'Ce message vient d’un bot. Quelque chose ne va pas ? Dis-le à un animateur.',
  'report.cannot.staff': 'Les messages dans un canal de l’équipe ne se signalent pas ici.',
  'report.cannot.too-old': 'Ce formulaire est resté ouvert trop longtemps. Signale à nouveau le message.',
  'report.cannot.own': 'C’est ton propre message. Tu veux en parler ? Tape /praat.',
  'report.form.open': 'Il y a quelqu’un de l’équipe, jusqu’à {until}.',
  'report.form.closed':
    'Maintenant, il n’y a personne de l’équipe. On revient {next}. C’est urgent ? Appelle le 107. Danger ? Appelle le 112.',
  'report.form.closed-no-next':
    'Maintenant, il n’y a personne de l’équipe. C’est urgent ? Appelle le 107. Danger ? Appelle le 112.',
  'report.reads.contact':
    'C’est au sujet de quelqu’un de l’équipe. Seul·e {name} le lit, pas l’équipe. On ne dit pas qui a signalé. Parfois, quelqu’un peut deviner.',
  'report.reads.choice':
    'C’est au sujet de quelqu’un de l’équipe ? Choisis-le ici. Alors seul·e {name} le lit, pas l’équipe.',
  'report.reads.choice-nobody':
    'C’est au sujet de quelqu’un de l’équipe ? Personne de nous n’est en dehors de ça. Choisis-le et tu vois où aller. N’écris rien.',
  'report.reads.outside':
    'C’est au sujet de {contactName} ou du propriétaire du serveur ? Adresse-toi à {name} : {contact}.',
  'report.about.label': 'C’est au sujet de qui ?',
  'report.about.member.option': 'D’un membre, ou pas sûr',
  'report.about.team.option': 'De quelqu’un de l’équipe',
  'report.nobody':
    'C’est au sujet de quelqu’un de l’équipe. Personne de nous n’est en dehors de ça. On le clôture donc ici, pour cette raison. On ne garde rien de ce que tu as écrit. {outside} Danger ? Appelle le 112.',
  'report.outside': 'Adresse-toi à {name} : {contact}.',
  'report.no-outside': 'Parles-en à quelqu’un en dehors de cette maison : tape /praat.',
  'report.thanks.contact':
    'Merci pour ton signalement. Seul·e {name} le lit, pas l’équipe. On ne dit pas qui a signalé. Danger ? Appelle le 112.',
  'report.thanks.follow': 'Ton signalement est dans /mijn-meldingen.',
  'report.too-many':
    'Tu viens de signaler beaucoup. On ne l’oublie pas. Réessaie dans {minutes, plural, one {# minute} other {# minutes}}. Quelqu’un est en danger ou tu t’inquiètes ? Ça, tu peux toujours le signaler tout de suite.',
  'report.your-words': 'Voici ce que tu avais écrit :',
  'report.off':
    'Signaler ne marche pas encore ici : cette maison n’est pas prête à suivre. Besoin d’aide ? Tape /praat. Danger ? Appelle le 112.',
  'report.button.tell': 'Préviens-moi quand c’est fini',
  'report.tell.done':
    'D’accord. Quand c’est fini, le bot t’envoie un seul message privé : « Il y a du nouveau ». Il ne dit pas quoi. Si ça ne marche pas, c’est dans /mijn-meldingen.',
  'report.tell.off': 'D’accord. Le bot ne t’envoie rien à ce sujet.',
  'report.news': 'Il y a du nouveau : /mijn-meldingen',
  'report.in-talk':
    'C’est une conversation privée. Nous n’en gardons jamais les mots : seulement le lien et ta raison. Tu peux en parler dans la conversation même.',
  'report.cannot.link':
    'Ce n’est pas un lien vers un message de ce serveur. Clique droit sur le message et choisis « Copier le lien du message ». Ou laisse le lien vide : alors c’est au sujet de quelque chose dans ce canal.',
  'report.cannot.hidden':
    'Ce message n’est pas là, ou tu ne peux pas le voir. Tu peux aussi taper /meld sans lien.',
  'report.cannot.look':
    'Impossible de vérifier de qui est ce message. Rien n’est encore signalé. Réessaie. Danger ? Appelle le 112.',
  'meld.description': 'Signale un message ou quelque chose dans ce canal. Toi seul·e vois la réponse.',
  'meld.link.description': 'Le lien du message. Laisse vide pour quelque chose dans ce canal.',
  'meld.title': 'Signaler quelque chose ici',
  'mine.description': 'Tes signalements : suis-les, retire-les, ou dis que ça ne va pas encore.',
  'mine.heading': 'Tes signalements',
  'mine.only-you': 'Toi seul·e vois ceci. On ne dit jamais ce qui est arrivé à quelqu’un d’autre.',
  'mine.none':
    'Tu n’as pas de signalements. Tu as vu quelque chose qui n’est pas ok ? Clique droit sur le message, choisis Applications puis *Meld dit bericht*. Ou tape /meld.',
  'mine.more': 'Voici tes {count} derniers signalements.',
  'mine.state.received': 'Reçu.',
  'mine.state.closed': 'Clôturé. Quelqu’un de l’équipe l’a regardé.',
  'mine.state.closed-contact': 'Clôturé. La personne de contact l’a regardé.',
  'mine.state.nobody': 'Clôturé. Personne de nous n’est en dehors de ça.',
  'mine.state.withdrawn': 'Retiré par toi.',
  'mine.choose.placeholder': 'Choisis un signalement',
  'mine.button.withdraw': 'Retirer',
  'mine.button.again': 'Ça ne va pas encore',
  'mine.button.untell': 'Ne me préviens pas',
  'mine.withdraw.closed':
    'Ton signalement est retiré et clôturé. Ça ne va quand même pas ? Tu peux toujours signaler à nouveau.',
  'mine.withdraw.stays':
    'Ton signalement est retiré. Ce que tu as signalé peut rester chez l’équipe : par exemple si quelqu’un le regarde déjà.',
  'mine.again.done': 'Merci de le dire. Quelqu’un va le regarder à nouveau.',
  'mine.changed': 'Ça a changé entre-temps. Tape /mijn-meldingen à nouveau.',
  'mine.outside': 'Tu ne veux pas attendre ? Adresse-toi à {name} : {contact}.',
} satisfies Record<keyof typeof dutch, string>
