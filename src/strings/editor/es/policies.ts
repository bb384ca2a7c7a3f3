import type { policies as en } from '../en/policies';
import type { TextsLike } from '../../types';

export const policies: TextsLike<typeof en> = {
  'policies.title': 'Políticas',

  'policies.completing': 'Completar una tarea',
  'policies.enforcement': 'Qué significan las respuestas obligatorias',
  'policies.enforcement.optional': 'Opcionales',
  'policies.enforcement.optional.help': 'Nada que falte detiene a un agente.',
  'policies.enforcement.observe': 'Solo observar',
  'policies.enforcement.observe.help':
    'Como opcionales. Se informa de lo que «Obligatorias» habría detenido, para que veas qué supondría antes de activarlo.',
  'policies.enforcement.required': 'Obligatorias',
  'policies.enforcement.required.help':
    'Una tarea solo se completa cuando sus respuestas obligatorias están y se han guardado.',
  'policies.wayOut': 'Los agentes pueden completar sin guardar si falló el guardado',
  'policies.wayOut.help':
    'Cada vez queda registrada. Sin ello, un agente cuyas respuestas no se pueden guardar tiene que esperar.',
  'policies.byReason': 'Los agentes pueden completar de todos modos, con un motivo',
  'policies.byReason.help':
    'Nadie queda retenido para siempre: tras tantos intentos o minutos se ofrecen tus motivos. Lo que hay se guarda, y el motivo y lo que falta quedan anotados en la tarea y registrados. Sustituye a la salida de arriba.',
  'policies.byReason.afterRefusals': 'Tras tantos intentos detenidos de completar',
  'policies.byReason.afterMinutes': 'O tantos minutos después del primero',
  'policies.byReason.whole': 'Escribe un número entero de 1 a {most}, o nada.',
  'policies.byReason.reason': 'Motivo ({language})',
  'policies.byReason.code': 'Se anota como {code}',
  'policies.byReason.new': 'Otro motivo',
  'policies.byReason.add': 'Añadir un motivo',
  'policies.byReason.removeOf': 'Quitar {name}',
  'policies.byReason.default': 'Campo que se rellena si entonces no tiene respuesta',
  'policies.byReason.noDefault': 'Ninguno',
  'policies.byReason.option': 'Opción que recibe',
  'policies.conflicts': 'Cuando algo cambia un valor que un agente ha respondido',
  'policies.conflicts.ours': 'Cuenta la respuesta del agente',
  'policies.conflicts.ours.help': 'Sustituye lo que se escribió mientras tanto.',
  'policies.conflicts.agent': 'Decide el agente',
  'policies.conflicts.agent.help':
    'Ve los dos valores en el campo. La tarea no se completa antes de que elija.',
  'policies.conflicts.theirs': 'Cuenta el valor de la tarea',
  'policies.conflicts.theirs.help':
    'Ocupa el lugar de la respuesta. Se avisa a los agentes, y pueden deshacerlo.',
  'policies.personalDrafts':
    'Datos personales en los navegadores de los agentes, hasta que se guardan',
  'policies.personalDrafts.encrypt': 'Se conservan, cifrados',
  'policies.personalDrafts.encrypt.help':
    'Con una clave que no se puede sacar del navegador. Las respuestas vuelven después de recargar.',
  'policies.personalDrafts.omit': 'No se conservan',
  'policies.personalDrafts.omit.help':
    'Después de recargar, los agentes responden de nuevo los campos de datos personales.',
  'policies.serviceDrafts': 'Conservar las respuestas sin guardar para otro equipo',
  'policies.serviceDrafts.help':
    'A través del servicio, para el mismo agente, hasta que se guardan y 48 horas como máximo. Nunca las de los campos de datos personales.',
  'policies.placement': 'Lugar de la pestaña junto a una tarea',
  'policies.placement.first': 'La primera',
  'policies.placement.first.help':
    'Antes de las pestañas de Flex: los agentes la tienen delante enseguida.',
  'policies.placement.last': 'La última',
  'policies.placement.last.help': 'Después de las pestañas de Flex; pasa al frente en el cierre.',
  'policies.place': 'Lugar e idiomas',
  'policies.timeZone': 'Zona horaria del centro de contacto',
  'policies.timeZone.help':
    'Con su nombre en la base de zonas horarias, p. ej. Europe/Madrid. La usan las reglas y los días de las opciones. Vacío: UTC.',
  'policies.timeZone.unknown': 'Ninguna zona horaria se llama así.',
  'policies.languages': 'Idiomas de los nombres',
  'policies.languages.help':
    'Etiquetas separadas por comas, p. ej. en, es, pt-BR. Los nombres a los que les falte uno se muestran como hueco, y los agentes ven el idioma de los informes.',
  'policies.languages.unknown': '{tag} no es una etiqueta de idioma.',
  'policies.reportedLanguage': 'Idioma de los informes',
  'policies.reportedLanguage.help':
    'El idioma de lo que muestran los informes. Ya no se puede cambiar una vez que hay algo publicado.',
  'policies.reportedLanguage.fixed':
    'El idioma de lo que muestran los informes. Es fijo desde que se publicó la primera versión.',
  'policies.privacy': 'Datos personales',
  'policies.hipaa': 'HIPAA',
  'policies.hipaa.none': 'Cuenta sin HIPAA',
  'policies.hipaa.none.help': 'Insights registra lo que guardan los formularios.',
  'policies.hipaa.show': 'Cuenta HIPAA: avisar',
  'policies.hipaa.show.help':
    'Los agentes ven en el campo que Insights no registrará la respuesta. Sigue estando en la tarea.',
  'policies.hipaa.omit': 'Cuenta HIPAA: tampoco escribirlo',
  'policies.hipaa.omit.help': 'Lo que Insights descartaría no se pone en la tarea.',
  'policies.nationalIds': 'Identificadores nacionales en texto libre',
  'policies.nationalIds.help':
    'En el texto libre se buscan números de tarjeta, correos y teléfonos, y además estos. Se pregunta a los agentes antes de guardar un texto así.',
  'policies.nationalIds.name': 'Nombre ({language})',
  'policies.nationalIds.pattern': 'Patrón',
  'policies.nationalIds.patternHelp':
    'Una expresión regular, en cualquier lugar de un texto, p. ej. [0-9]+[A-Z]',
  'policies.nationalIds.new': 'Identificador nacional',
  'policies.nationalIds.add': 'Añadir un identificador',
  'policies.nationalIds.remove': 'Quitar',
  'policies.nationalIds.removeOf': 'Quitar {name}',
  'policies.origins': 'De dónde vienen las respuestas',
  'policies.originsKey': 'Clave de la tarea para quién puso cada respuesta',
  'policies.originsKey.help':
    'Empieza por debrief_, p. ej. debrief_origins. Para programas que leen tareas; Insights no la lee. Vacío: no se escribe.',
  'policies.did.enforcement': 'Cambiar qué significan las obligatorias',
  'policies.did.wayOut': 'Cambiar la salida',
  'policies.did.personalDrafts': 'Cambiar lo que guardan los navegadores de los datos personales',
  'policies.did.conflicts': 'Cambiar qué valor cuenta',
  'policies.did.serviceDrafts':
    'Cambiar si se conservan las respuestas sin guardar para otro equipo',
  'policies.did.placement': 'Mover la pestaña',
  'policies.did.timeZone': 'Cambiar la zona horaria',
  'policies.did.languages': 'Cambiar los idiomas',
  'policies.did.reportedLanguage': 'Cambiar el idioma de los informes',
  'policies.did.hipaa': 'Cambiar la política HIPAA',
  'policies.did.nationalIds': 'Cambiar los identificadores nacionales',
  'policies.did.originsKey': 'Cambiar la clave de los orígenes',
};
