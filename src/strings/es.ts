import type { en } from './en';
import type { TextsLike } from './types';

/** Every text a user can see, in Spanish. */
export const es: TextsLike<typeof en> = {
  'tab.label': 'Cierre',

  'panel.label': 'Formulario de cierre',
  'panel.readOnly': 'Aquí se ve lo que ha respondido el agente. No se puede cambiar nada.',
  'panel.follows':
    'Otra pestaña de este navegador escribe estas respuestas. Aquí las ves tal como cambian.',
  'panel.writeHere': 'Escribir aquí',
  'restored.text': 'Tus respuestas de las {time} están de vuelta (guardadas en este navegador).',
  'restored.elsewhere':
    'Tus respuestas de las {time} están de vuelta (de otro navegador o equipo).',
  'restored.hide': 'Ocultar',

  'aside.ended': 'No están en el registro de la tarea que terminó (tus respuestas de las {time}):',
  'aside.way-out':
    'Completada como elegiste. Estas respuestas de las {time} no se pudieron guardar y no están en el registro:',
  'aside.expired': 'No volviste a estas respuestas de las {time}. No están en ninguna tarea:',
  'aside.other-form':
    'La tarea tiene ahora otro formulario. Estas respuestas de las {time} no encajan y no se han tomado:',
  'aside.no-field':
    'El formulario ha cambiado. Ya no tiene sitio para estas respuestas de las {time}:',
  'aside.older': 'Otra versión de Debrief guardó estas respuestas de las {time}. No se han tomado:',
  'aside.unseen':
    'La tarea terminó mientras Flex estaba cerrado aquí. Estas respuestas de las {time} no se guardaron desde este navegador:',
  'aside.timeout':
    'No se pudo guardar tal como estaba al acabarse el tiempo de cierre (tus respuestas de {time}):',
  'aside.answers': 'Respuestas',
  'aside.withdrawn': 'borrada',
  'aside.copy': 'Copiar',
  'aside.copied': 'Copiado',
  'aside.dismiss': 'Descartar',
  'aside.warning': 'Aviso:',

  'panel.loading': 'Se está cargando el formulario de cierre…',
  'panel.noForm': 'Esta tarea no tiene formulario de cierre.',
  'panel.undo': 'Deshacer',
  'panel.dropped': 'Borrado: {fields}, porque ha cambiado otra respuesta. Deshacer lo recupera.',
  'panel.droppedFor': 'Borrado: {fields}, porque ha cambiado {cause}. Deshacer lo recupera.',
  'panel.filledIn': 'Rellenado para ti ({number})',

  'room.label': 'Espacio en esta tarea',
  'room.used': '{size} de {limit} caracteres usados',
  'room.tight': 'Esta tarea está casi llena: {used}.',
  'room.over': 'Esta tarea está demasiado llena para guardar: {used}.',
  'room.largest': 'Lo que más ayuda es borrar: {fields}.',

  'record.title': 'Qué registrará Insights',
  'record.empty': 'Nada de este formulario.',
  'record.nothing': 'nada',
  'record.links': { one: '{count} enlace', other: '{count} enlaces' },
  'record.byInsights': 'Insights lo rellena por sí mismo.',
  'record.unknown': 'No se puede saber mientras las respuestas no se puedan guardar.',
  'record.documented': '{finding}, según la documentación de Twilio.',
  'record.assumed': '{finding}, suponemos.',
  'record.customer': 'Cliente',
  'record.by.external_id': 'reconocido por el id externo',
  'record.by.phone': 'reconocido por el teléfono',
  'record.by.email': 'reconocido por el correo',
  'record.by.contact': 'reconocido por el número o la dirección de este contacto',
  'record.by.nothing': 'no reconocido: cuenta como cliente nuevo',
  'record.by.hipaa': 'no reconocido en una cuenta HIPAA',

  'finding.cut': 'Cortado a los primeros {limit} caracteres',
  'finding.ignored': 'No se registra, porque Insights no puede usarlo',
  'finding.label-only':
    'Sin código lo sustituye el id del segmento, así que los informes no pueden agrupar por él',
  'finding.attribute-only': 'Se toma también como etiqueta',
  'finding.name-without-id': 'No se muestra, porque falta su id',
  'finding.not-allowed': 'No es ninguno de los valores que Insights espera',
  'finding.hierarchy-separator': 'Sus niveles no se distinguen',
  'finding.callback-not-follow-up': 'Cuenta como abandonado, aunque se pidió una llamada',
  'finding.external-id-late': 'Quizá demasiado tarde para unir lo que ya ha terminado',
  'finding.media': 'No se muestran todos los enlaces',
  'finding.hipaa-dropped': 'No se registra en una cuenta HIPAA',
  'finding.other': 'Quizá se registre de otra forma',

  'progress.left': {
    one: 'Falta {count} obligatoria',
    other: 'Faltan {count} obligatorias',
  },
  'progress.done': 'Obligatorias listas',
  'progress.optional': 'Todo es opcional',

  'time.label': 'Tiempo de cierre',
  'time.left': 'Quedan {time}',
  'time.announced': {
    one: 'Queda {count} segundo para el cierre.',
    other: 'Quedan {count} segundos para el cierre.',
  },
  'time.over': 'Se acabó el tiempo de cierre.',
  'time.completing': 'Se acabó el tiempo de cierre. La tarea se está completando.',
  'time.held': 'Se acabó el tiempo de cierre. La tarea espera a que la completes.',
  'time.more': 'Más tiempo',
  'time.moreOf': {
    one: 'Más tiempo: {time} más, queda {count} vez',
    other: 'Más tiempo: {time} más, quedan {count} veces',
  },
  'time.reason': '¿Por qué necesitas más tiempo? (opcional)',
  'time.take': 'Tomar {time} más',
  'time.cancel': 'Cancelar',

  'mark.lacking': {
    one: 'Formulario de cierre: falta {count} respuesta obligatoria',
    other: 'Formulario de cierre: faltan {count} respuestas obligatorias',
  },
  'mark.unsaved': 'Formulario de cierre: aún sin guardar',
  'mark.failed': 'Formulario de cierre: no se ha podido guardar',

  'status.saving': 'Guardando…',
  'status.waiting': 'Guardado en espera',
  'status.saved': 'Guardado a las {time}',
  'status.failed': 'No se ha guardado',
  'status.kept': 'Tus respuestas se conservan aquí.',
  'status.retry': 'Reintentar',
  'status.completeWithoutSaving': 'Completar sin guardar',

  'wayOut.title': 'Completar de todos modos',
  'wayOut.text':
    'Si no puedes responder lo que se pide o no se puede guardar, di por qué. La tarea se completa entonces; tu motivo y lo que falta quedan anotados en ella.',
  'wayOut.missing': 'Falta: {fields}.',
  'wayOut.default': '{field} pasa a «{option}».',
  'wayOut.reason': 'Motivo',
  'wayOut.complete': 'Completar con este motivo',
  'wayOut.marked': 'Completada de todos modos ({reason}, {time}).',

  'failed.since': 'Sin guardar desde las {time}.',

  'waiting.rate-limited': 'Twilio está recibiendo demasiadas peticiones a la vez.',
  'waiting.server': 'Twilio tiene un problema ahora mismo.',
  'waiting.howLong': {
    one: 'Se vuelve a guardar en {count} segundo, más o menos.',
    other: 'Se vuelve a guardar en unos {count} segundos.',
  },
  'waiting.now': 'Se vuelve a guardar ahora.',
  'waiting.completes': 'Después, la tarea se completa sola.',

  'field.clear': 'Borrar {field}',
  'field.dropped': 'Borrado porque ha cambiado otra respuesta.',
  'field.droppedFor': 'Borrado porque ha cambiado {cause}.',
  'field.notRecorded': 'Insights no registrará esto.',
  'field.notWritten': 'Esto no se escribe en la tarea.',

  'origin.prefill': 'Ya estaba rellenado',
  'origin.proposed': 'De la tarea o del agente',
  'origin.rule': 'Puesto por una regla',
  'origin.default': 'Por defecto',
  'origin.way-out': 'Puesto al completar de todos modos',
  'origin.timeout': 'Puesto al acabarse el tiempo',
  'origin.hint': 'Cámbialo si no es así.',
  'origin.keep': 'Conservar',
  'origin.keepIn': 'Conservar {field}',

  'suggestion.from': 'Sugerencia de {source}',
  'suggestion.use': 'Usar',
  'suggestion.useIn': 'Usar la sugerencia para {field}',
  'suggestion.useAll': 'Usar sugerencias',
  'suggestion.useAllOf': 'Usar todas las sugerencias para preguntas sin respuesta',

  'personal.card': 'un número de tarjeta',
  'personal.national-id': 'un número de identidad',
  'personal.email': 'una dirección de correo',
  'personal.phone': 'un número de teléfono',
  'personal.found': 'Parece que hay datos personales: {kinds}.',
  'personal.mask': 'Ocultar',
  'personal.maskIn': 'Ocultar los datos personales de {field}',
  'personal.keep': 'Dejar como está',
  'personal.keepIn': 'Dejar como están los datos personales de {field}',

  'field.foreign': 'Ahora en la tarea: {value}. No es una de las opciones; al elegir se reemplaza.',
  'field.foreignReadOnly': 'Ahora en la tarea: {value}. No es una de las opciones.',
  'field.misfit':
    'Ahora en la tarea: {value}. No es válido en este campo; tu respuesta lo reemplaza.',
  'field.misfitReadOnly': 'Ahora en la tarea: {value}. No es válido en este campo.',
  'field.unfit': 'No se ha rellenado, porque no es válido en este campo: {value}',
  'field.unsupported':
    'Esta pregunta no se puede mostrar en esta versión del formulario. Avisa a tu supervisor; puedes seguir sin ella.',

  'previous.answer': 'Agente anterior: {answer}',
  'previous.copy': 'Copiar',
  'previous.copyTo': 'Copiar en {field}',
  'previous.copyAll': 'Copiar todas',
  'previous.copyAllOf': 'Copiar todas las respuestas del agente anterior',
  'previous.notOffered': 'No se puede copiar: esta pregunta no ofrece esa respuesta.',
  'previous.notAllOffered': 'No se puede copiar: esta pregunta no ofrece todas esas opciones.',

  'choice.placeholder': 'Buscar o elegir',
  'choice.addPlaceholder': 'Buscar o añadir',
  'choice.none': 'No se ha encontrado nada. Prueba con otras palabras.',
  'choice.waits': 'Elige primero {field}.',
  'choice.empty': 'Con tus otras respuestas no hay nada que elegir aquí.',
  'choice.more': {
    one: '{count} más: escribe para acotar',
    other: '{count} más: escribe para acotar',
  },
  'choice.hits': {
    one: '{count} opción. Flechas arriba y abajo para moverte, Intro para elegir.',
    other: '{count} opciones. Flechas arriba y abajo para moverte, Intro para elegir.',
  },
  'choices.count': '{count} de {limit}',
  'choices.full': 'Los {limit} lugares están ocupados. Quita uno para elegir otro.',
  'choices.chosen': 'Elegido: {field}',
  'choices.remove': 'Quitar {option}',

  'text.left': {
    one: 'Queda {count} carácter',
    other: 'Quedan {count} caracteres',
  },
  'text.over': {
    one: 'Sobra {count} carácter',
    other: 'Sobran {count} caracteres',
  },
  'text.invisible': {
    one: 'Se omitirá {count} carácter invisible.',
    other: 'Se omitirán {count} caracteres invisibles.',
  },
  'text.storedAs': 'Se guarda como {text}',
  'reference.example': 'Por ejemplo {example}',

  'rating.of': '{rating} de {max}',
  'rating.end': '{number}: {text}',

  'date.day': 'Fecha',
  'date.time': 'Hora',
  'date.twice': 'Ese día los relojes marcan esta hora dos veces. Se registra la de UTC{offset}.',
  'date.other': 'Registrar la de UTC{offset}',

  'media.listed': 'Ya enlazado',
  'media.none': 'Sin enlaces',
  'media.link': 'Enlace {position}',
  'media.type': 'Tipo',
  'media.address': 'Dirección',
  'media.title': 'Título (opcional)',
  'media.add': 'Añadir enlace',
  'media.remove': 'Quitar enlace {position}',
  'media.unnamed': 'Sin dirección',
  'media.Raw': 'Archivo tal cual',
  'media.Embedded': 'Página dentro del informe',
  'media.Referenced': 'Página para abrir',
  'media.VoiceRecording': 'Grabación de voz',
  'media.ChatTranscript': 'Transcripción del chat',

  'yesno.yes': 'Sí',
  'yesno.no': 'No',

  'problem.missing': 'Esta respuesta es obligatoria.',
  'problem.too-few': {
    one: 'Elige al menos {count}.',
    other: 'Elige al menos {count}.',
  },
  'problem.too-many': {
    one: 'Elige como máximo {count}.',
    other: 'Elige como máximo {count}.',
  },
  'problem.too-long': {
    one: 'Como máximo {count} carácter.',
    other: 'Como máximo {count} caracteres.',
  },
  'problem.not-a-number': 'Escribe un número, por ejemplo 42.',
  'problem.not-an-integer': 'Escribe un número entero, sin decimales.',
  'problem.too-small': 'Escribe {limit} o más.',
  'problem.too-big': 'Escribe {limit} o menos.',
  'problem.option-unavailable': 'Esta opción ya no se ofrece. Elige otra.',
  'problem.slots-taken':
    'Otra cosa en esta tarea ocupa los lugares de estas respuestas. Quita algunas o avisa a tu supervisor.',

  'problem.conflict': 'Algo ha cambiado esto en la tarea. Elige qué valor cuenta.',

  'conflict.theirs': 'Ahora en la tarea: {value}',
  'conflict.ours': 'Tu respuesta: {value}',
  'conflict.nothing': 'ninguna',
  'conflict.keep': 'Mantener la mía',
  'conflict.keepIn': 'Mantener la mía: {field}',
  'conflict.take': 'Tomar la otra',
  'conflict.takeIn': 'Tomar la otra: {field}',
  'conflict.taken':
    'Cambiado en la tarea mientras tanto: se ha tomado su valor. Deshacer recupera el tuyo.',

  'problem.off-step': 'Introduce un múltiplo de {step}, contando desde {from}.',
  'problem.not-a-date': 'Introduce una fecha, con la hora si se pide.',
  'problem.no-such-time':
    'Ese día los relojes se saltan esta hora. Introduce una de antes o de después del cambio.',
  'problem.date-out-of-range': 'Introduce una fecha entre los años {first} y {last}.',
  'problem.not-a-phone':
    'Introduce el número con su prefijo de país, por ejemplo +44 20 7946 0000.',
  'problem.not-an-email': 'Introduce una dirección de correo, por ejemplo nombre@example.com.',
  'problem.not-a-url': 'Introduce una dirección web que empiece por https://.',
  'problem.not-a-reference': 'Esto no parece correcto. Introdúcelo como {example}.',
  'problem.not-a-task-sid':
    'Introduce el SID de la primera tarea: WT, o KD para un chat, y 32 caracteres más, cifras y de la a a la f.',
  'problem.not-an-id': 'Introduce el id como una sola palabra, sin espacios, comillas ni < >.',
  'problem.name-without-id':
    'Los informes muestran este nombre solo con su id. Responde también a la pregunta del id o borra esta.',
  'problem.not-a-rating': 'Elige un número del 1 al {max}.',
  'problem.media-incomplete':
    'El enlace {position} necesita una dirección que empiece por https://, sin espacios, comillas ni corchetes.',
  'problem.media-title':
    'El título del enlace {position} es demasiado largo: 128 caracteres como máximo.',
  'problem.media-listed':
    'La dirección del enlace {position} ya está en esta tarea. Quita el enlace.',
  'problem.media-type': 'El enlace {position} es de un tipo que este formulario no admite.',
  'problem.second-recording':
    'Ya hay una grabación de voz y los informes solo muestran la primera. Elige otro tipo.',
  'problem.raw-first':
    'Un enlace del tipo «Archivo tal cual» en primer lugar oculta todos los demás. Pon otro enlace primero.',
  'problem.media-damaged':
    'Los enlaces de esta tarea están dañados y no se puede añadir ninguno. Avisa a tu supervisor.',

  'failure.network': 'No hay conexión con Twilio. Comprueba la red y reinténtalo.',
  'failure.timeout': 'Twilio no ha respondido a tiempo. Reinténtalo.',
  'failure.server': 'Twilio tiene un problema ahora mismo. Espera un momento y reinténtalo.',
  'failure.rate-limited':
    'Twilio está recibiendo demasiadas peticiones. Espera un momento y reinténtalo.',
  'failure.gone': 'Esta tarea ya no existe, así que no se puede guardar nada en ella.',
  'failure.refused': 'Twilio ha rechazado el cambio. Si vuelve a ocurrir, avisa a tu supervisor.',
  'failure.conflict': 'Otra cosa cambia esta tarea continuamente. Reinténtalo.',
  'failure.unverified': 'La tarea no mostraba tus respuestas después de guardar. Reinténtalo.',
  'failure.deadline': 'Guardar ha tardado demasiado. Reinténtalo.',
  'failure.attributes-not-object':
    'Los datos de esta tarea están dañados y no se les puede añadir nada. Avisa a tu supervisor.',
  'failure.parent-not-object':
    'Los datos de esta tarea están dañados en "{path}" y ahí no se puede añadir nada. Avisa a tu supervisor.',
  'failure.undecided': 'Algo ha cambiado en la tarea: {fields}. Elige qué valor cuenta.',
  'failure.not-owned': 'El formulario no puede escribir en "{path}". Avisa a tu supervisor.',
  'failure.hostile-path': 'El formulario no puede escribir en "{path}". Avisa a tu supervisor.',
  'failure.too-large-fields':
    'En esta tarea no caben tus respuestas: {size} de {limit} caracteres. Acorta o borra alguna, mejor {fields}, y reinténtalo.',
  'failure.too-large':
    'En esta tarea no caben tus respuestas: {size} de {limit} caracteres. Acorta o borra una respuesta y reinténtalo; si no basta, avisa a tu supervisor.',

  'notice.settingMisunderstood':
    'Debrief: estos ajustes de ui_attributes.debrief no se entienden y se han omitido: {names}.',
  'notice.serviceUnavailable':
    'Debrief: las Functions de {url} no pueden guardar respuestas ({code}). Mientras tanto las guarda el propio navegador. Revisa debrief.functionsUrl en la configuración de Flex y el despliegue.',
  'notice.unprotected':
    'Debrief: el guardado no está protegido. Los cambios que otro programa haga en una tarea en el mismo momento se pueden perder. Activa sdkOptions.worker.enableVersionCheck en la configuración de Flex.',
  'notice.catalogBroken':
    'Debrief: los formularios de cierre no se pueden leer y no se muestra ninguno. Las tareas se pueden completar como siempre.',
  'notice.catalogBrokenAdmin': {
    one: 'Debrief: el catálogo tiene {count} problema. El primero: {problem}',
    other: 'Debrief: el catálogo tiene {count} problemas. El primero: {problem}',
  },
  'notice.catalogRefused':
    'La versión {version} del catálogo de cierre se ha publicado y no se puede usar ({problem}). Sigue en vigor la anterior.',
  'notice.catalogKept':
    'No se ha podido consultar el catálogo de cierre. Mientras tanto se usa la versión {version}, guardada en este navegador.',
  'notice.catalogConfigured':
    'No se ha podido consultar el catálogo de cierre. Mientras tanto se usa el de la configuración de Flex.',
  'notice.catalogMissing':
    'No se han podido cargar los formularios de cierre. Llegarán en cuanto responda el servicio; si no puede esperar, recargue la página.',
  'notice.catalogWarning': {
    one: 'Debrief: el catálogo funciona, con {count} advertencia: {warning}',
    other: 'Debrief: el catálogo funciona, con {count} advertencias. La primera: {warning}',
  },
  'notice.pluginError':
    'Debrief: un error detuvo parte de los formularios de cierre. Flex sigue funcionando; recarga la página y avisa a tu administrador si se repite.',
  'notice.gateError':
    'No completada: un error de Debrief impidió guardar tus respuestas. Recarga la página, inténtalo de nuevo y avisa a tu administrador.',
  'notice.gateErrorWayOut':
    'No completada: un error de Debrief impidió guardar tus respuestas. Pulsa Completar otra vez para completar sin ellas.',
  'notice.endedUnsaved':
    'La tarea terminó en otro lugar antes de guardar tus últimas respuestas. No están en su registro.',
  'notice.timeHeld':
    'Se acabó el tiempo de cierre. La tarea no se completó: te espera y tus respuestas se conservan.',
  'notice.timeoutCompleted': 'Se acabó el tiempo de cierre. La tarea se completó y queda marcada.',
  'notice.timeoutPartial':
    'Se acabó el tiempo de cierre. La tarea se completó sin: {fields}. Queda marcada.',
  'notice.heldUp':
    'Tus respuestas están guardadas en la tarea, pero no se completa: otro complemento no responde desde hace 15 segundos. Si no ocurre nada, recarga la página, vuelve a pulsar Completar y avisa a tu administrador.',
  'notice.leftSaved': {
    one: 'Se han guardado tus respuestas de {count} tarea abierta. La tarea sigue sin completar.',
    other:
      'Se han guardado tus respuestas de {count} tareas abiertas. Las tareas siguen sin completar.',
  },
  'notice.leftUnsaved': {
    one: 'Tus respuestas de {count} tarea abierta aún no se han guardado. Se conservan en este navegador.',
    other:
      'Tus respuestas de {count} tareas abiertas aún no se han guardado. Se conservan en este navegador.',
  },
  'notice.noTabs':
    'Debrief: este navegador no puede mantener al día dos pestañas del mismo agente. Quien tiene Flex abierto dos veces tiene respuestas propias en cada pestaña; cuenta el último guardado.',
  'notice.dispositions':
    'Debrief: las disposiciones de Twilio funcionan a su lado, así que los agentes tienen dos formularios para una tarea, y ambos pueden escribir su resultado. Donde las disposiciones son obligatorias, Debrief informa de lo que falta y no detiene nada por ello. Desactiva uno de los dos; Debrief puede hacerse cargo de su configuración (Importar y exportar).',
  'notice.noDrafts':
    'Debrief: este navegador no permite guardar borradores. Las respuestas no guardadas se pierden al recargar la página.',
  'notice.draftsUnreadable':
    'Debrief: este navegador ha perdido la clave de respuestas que había conservado. Las que no se guardaron no se pueden recuperar: revisa los formularios de tus tareas abiertas.',

  'editorView.label': 'Catálogo de cierre',

  'part.loading': 'Cargando…',
  'part.failed':
    'No se ha podido cargar esta parte. Si reintentarlo no ayuda, avisa a tu administrador: puede que su archivo no esté desplegado.',
  'part.retry': 'Reintentar',

  'panelError.title': 'El formulario de cierre no se puede mostrar',
  'panelError.text':
    'Un error lo ha detenido. El resto de Flex funciona; recarga la página para intentarlo de nuevo y avisa a tu supervisor si vuelve a ocurrir.',
};
