<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="es" sourcelanguage="en">
<context>
    <name>palpate</name>
    <message>
        <source>wait</source>
        <extracomment>gui/face.py</extracomment>
        <translation>esperar</translation>
    </message>
    <message>
        <source>press</source>
        <extracomment>gui/face.py</extracomment>
        <translation>presionar</translation>
    </message>
    <message>
        <source>more</source>
        <extracomment>gui/face.py</extracomment>
        <translation>más</translation>
    </message>
    <message>
        <source>may be pressed</source>
        <extracomment>gui/body_legend.py</extracomment>
        <translation>se puede presionar</translation>
    </message>
    <message>
        <source>ask about this place first</source>
        <extracomment>clinic/bodymap/standing.py: Standing</extracomment>
        <translation>preguntar antes por este lugar</translation>
    </message>
    <message>
        <source>blocked now</source>
        <extracomment>clinic/bodymap/standing.py: Standing</extracomment>
        <translation>bloqueado ahora</translation>
    </message>
    <message>
        <source>always blocked</source>
        <extracomment>clinic/bodymap/standing.py: Standing</extracomment>
        <translation>siempre bloqueado</translation>
    </message>
    <message>
        <source>active</source>
        <extracomment>clinic/way/said.py</extracomment>
        <translation>activo</translation>
    </message>
    <message>
        <source>latent</source>
        <extracomment>clinic/way/said.py</extracomment>
        <translation>latente</translation>
    </message>
    <message>
        <source>not said</source>
        <extracomment>clinic/bodymap/points.py: Activity</extracomment>
        <translation>sin indicar</translation>
    </message>
    <message>
        <source>front</source>
        <extracomment>clinic/entries/places.py: View</extracomment>
        <translation>delante</translation>
    </message>
    <message>
        <source>back</source>
        <extracomment>clinic/entries/places.py: View</extracomment>
        <translation>detrás</translation>
    </message>
    <message>
        <source>side</source>
        <extracomment>clinic/entries/places.py: View</extracomment>
        <translation>de lado</translation>
    </message>
    <message>
        <source>whole body</source>
        <extracomment>gui/body_frame.py: Part</extracomment>
        <translation>cuerpo entero</translation>
    </message>
    <message>
        <source>head and neck</source>
        <extracomment>gui/body_frame.py: Part</extracomment>
        <translation>cabeza y cuello</translation>
    </message>
    <message>
        <source>trunk and arms</source>
        <extracomment>gui/body_frame.py: Part</extracomment>
        <translation>tronco y brazos</translation>
    </message>
    <message>
        <source>hips and legs</source>
        <extracomment>gui/body_frame.py: Part</extracomment>
        <translation>cadera y piernas</translation>
    </message>
    <message>
        <source>yes</source>
        <extracomment>clinic/screening/answers.py: Answer</extracomment>
        <translation>sí</translation>
    </message>
    <message>
        <source>no</source>
        <extracomment>clinic/screening/answers.py: Answer</extracomment>
        <translation>no</translation>
    </message>
    <message>
        <source>unsure</source>
        <extracomment>clinic/screening/answers.py: Answer</extracomment>
        <translation>dudoso</translation>
    </message>
    <message>
        <source>client&apos;s left</source>
        <extracomment>clinic/screening/answers.py: Side</extracomment>
        <translation>izquierda (cliente)</translation>
    </message>
    <message>
        <source>client&apos;s right</source>
        <extracomment>clinic/screening/answers.py: Side</extracomment>
        <translation>derecha (cliente)</translation>
    </message>
    <message>
        <source>middle</source>
        <extracomment>clinic/screening/answers.py: Side</extracomment>
        <translation>centro</translation>
    </message>
    <message>
        <source>noted</source>
        <extracomment>clinic/screening/findings.py: Effect</extracomment>
        <translation>anotado</translation>
    </message>
    <message>
        <source>less is allowed</source>
        <extracomment>gui/body_legend.py</extracomment>
        <translation>se permite menos</translation>
    </message>
    <message>
        <source>blocked until it is acknowledged for this visit</source>
        <extracomment>clinic/screening/findings.py: Effect</extracomment>
        <translation>bloqueado hasta darse por enterado en esta visita</translation>
    </message>
    <message>
        <source>blocked</source>
        <extracomment>gui/body_legend.py</extracomment>
        <translation>bloqueado</translation>
    </message>
    <message>
        <source>blocked until it is asked</source>
        <extracomment>clinic/screening/findings.py: Effect</extracomment>
        <translation>bloqueado hasta que se pregunte</translation>
    </message>
    <message>
        <source>not asked, so less is allowed</source>
        <extracomment>clinic/screening/findings.py: Effect</extracomment>
        <translation>no se preguntó, así que se permite menos</translation>
    </message>
    <message>
        <source>treatment</source>
        <extracomment>clinic/screening/asked.py: Use</extracomment>
        <translation>tratamiento</translation>
    </message>
    <message>
        <source>pain threshold</source>
        <extracomment>clinic/screening/asked.py: Use</extracomment>
        <translation>umbral de dolor</translation>
    </message>
    <message>
        <source>reading at pain 3 of 10</source>
        <extracomment>clinic/screening/asked.py: Use</extracomment>
        <translation>medida con dolor 3 de 10</translation>
    </message>
    <message>
        <source>pain tolerance</source>
        <extracomment>clinic/screening/asked.py: Use</extracomment>
        <translation>tolerancia al dolor</translation>
    </message>
    <message>
        <source>fixed probe</source>
        <extracomment>clinic/screening/asked.py: Use</extracomment>
        <translation>presión de prueba fija</translation>
    </message>
    <message>
        <source>exercise on a person</source>
        <extracomment>clinic/screening/asked.py: Use</extracomment>
        <translation>ejercicio con una persona</translation>
    </message>
    <message>
        <source>high</source>
        <extracomment>clinic/entries/entry.py: Confidence</extracomment>
        <translation>alta</translation>
    </message>
    <message>
        <source>moderate</source>
        <extracomment>clinic/entries/entry.py: Confidence</extracomment>
        <translation>moderada</translation>
    </message>
    <message>
        <source>low</source>
        <extracomment>clinic/entries/entry.py: Confidence</extracomment>
        <translation>baja</translation>
    </message>
    <message>
        <source>assumed</source>
        <extracomment>clinic/entries/entry.py: Confidence</extracomment>
        <translation>supuesta</translation>
    </message>
    <message>
        <source>face</source>
        <extracomment>clinic/entries/places.py: Region</extracomment>
        <translation>cara</translation>
    </message>
    <message>
        <source>neck</source>
        <extracomment>clinic/entries/places.py: Region</extracomment>
        <translation>cuello</translation>
    </message>
    <message>
        <source>body</source>
        <extracomment>clinic/entries/places.py: Region</extracomment>
        <translation>tronco y extremidades</translation>
    </message>
    <message>
        <source>prone</source>
        <extracomment>clinic/entries/places.py: Position</extracomment>
        <translation>boca abajo</translation>
    </message>
    <message>
        <source>supine</source>
        <extracomment>clinic/entries/places.py: Position</extracomment>
        <translation>boca arriba</translation>
    </message>
    <message>
        <source>side-lying</source>
        <extracomment>clinic/entries/places.py: Position</extracomment>
        <translation>de lado</translation>
    </message>
    <message>
        <source>seated</source>
        <extracomment>clinic/entries/places.py: Position</extracomment>
        <translation>sentado</translation>
    </message>
    <message>
        <source>myofascial release</source>
        <extracomment>clinic/screening/asked.py: Use</extracomment>
        <translation>liberación miofascial</translation>
    </message>
    <message>
        <source>mobilisation</source>
        <extracomment>clinic/way/beside.py: Technique</extracomment>
        <translation>movilización</translation>
    </message>
    <message>
        <source>take up slowly</source>
        <extracomment>clinic/way/timing.py: Doing</extracomment>
        <translation>aumentar despacio</translation>
    </message>
    <message>
        <source>hold</source>
        <extracomment>gui/face.py</extracomment>
        <translation>mantener</translation>
    </message>
    <message>
        <source>less</source>
        <extracomment>gui/face.py</extracomment>
        <translation>menos</translation>
    </message>
    <message>
        <source>let go slowly</source>
        <extracomment>gui/face.py</extracomment>
        <translation>soltar despacio</translation>
    </message>
    <message>
        <source>stretch</source>
        <extracomment>clinic/way/beside.py: Technique</extracomment>
        <translation>estiramiento</translation>
    </message>
    <message>
        <source>move</source>
        <extracomment>clinic/way/timing.py: Doing</extracomment>
        <translation>mover</translation>
    </message>
    <message>
        <source>rest</source>
        <extracomment>gui/face.py</extracomment>
        <translation>pausa</translation>
    </message>
    <message>
        <source>STOP</source>
        <extracomment>gui/across.py</extracomment>
        <translation>STOP</translation>
    </message>
    <message>
        <source>Paused. All that was sent is kept; press “Go on”.</source>
        <extracomment>gui/visit/window.py</extracomment>
        <translation>En pausa. Todo lo que se envió está guardado; pulse «Continuar» para seguir.</translation>
    </message>
    <message>
        <source>this presses a pad, and nobody: on a person there are single exercises and corridors</source>
        <extracomment>palpate/train/on_person.py</extracomment>
        <translation>aquí se presiona una almohadilla y a nadie más: sobre una persona hay ejercicios sueltos y corredores</translation>
    </message>
    <message>
        <source>on a person an exercise is named: the course is done on a pad</source>
        <extracomment>palpate/train/on_person.py</extracomment>
        <translation>sobre una persona se nombra el ejercicio: el curso se hace sobre una almohadilla</translation>
    </message>
    <message>
        <source>done</source>
        <extracomment>gui/face.py</extracomment>
        <translation>terminado</translation>
    </message>
    <message>
        <source>the time in band is complete</source>
        <extracomment>session/cue.py: Why</extracomment>
        <translation>el tiempo en banda está completo</translation>
    </message>
    <message>
        <source>the dose is reached</source>
        <extracomment>session/cue.py: Why</extracomment>
        <translation>se alcanzó la dosis</translation>
    </message>
    <message>
        <source>the therapist felt it become softer</source>
        <extracomment>session/said.py</extracomment>
        <translation>el terapeuta notó que se ablandaba</translation>
    </message>
    <message>
        <source>the pain has halved</source>
        <extracomment>session/said.py</extracomment>
        <translation>el dolor ha bajado a la mitad</translation>
    </message>
    <message>
        <source>the pain is gone</source>
        <extracomment>session/said.py</extracomment>
        <translation>el dolor ha desaparecido</translation>
    </message>
    <message>
        <source>the time limit since the band was reached</source>
        <extracomment>session/cue.py: Why</extracomment>
        <translation>el límite de tiempo desde que se alcanzó la banda</translation>
    </message>
    <message>
        <source>the time limit of contact</source>
        <extracomment>session/cue.py: Why</extracomment>
        <translation>el límite de tiempo de contacto</translation>
    </message>
    <message>
        <source>the pressure is above the limit</source>
        <extracomment>session/cue.py: Why</extracomment>
        <translation>la presión está por encima del límite</translation>
    </message>
    <message>
        <source>the tool left the skin</source>
        <extracomment>session/stepping.py</extracomment>
        <translation>el aparato se separó de la piel</translation>
    </message>
    <message>
        <source>interrupted: off the skin for more than 10 s</source>
        <extracomment>session/cue.py: Why</extracomment>
        <translation>interrumpido: más de 10 s separado de la piel</translation>
    </message>
    <message>
        <source>guided treatment</source>
        <extracomment>protocol/instruments/ability.py</extracomment>
        <translation>tratamiento guiado</translation>
    </message>
    <message>
        <source>the area of the contact is not known</source>
        <extracomment>protocol/instruments/ability.py</extracomment>
        <translation>no se conoce el área de contacto</translation>
    </message>
    <message>
        <source>fewer than {rate_hz:g} readings a second are certain</source>
        <extracomment>protocol/instruments/ability.py</extracomment>
        <translation>no hay seguridad de al menos {rate_hz:g} lecturas por segundo</translation>
    </message>
    <message>
        <source>{what}: not available, {why}</source>
        <extracomment>protocol/instruments/ability.py</extracomment>
        <translation>{what}: no disponible, {why}</translation>
    </message>
    <message>
        <source>the instrument is pulled and cannot press</source>
        <extracomment>protocol/instruments/ability.py</extracomment>
        <translation>el instrumento trabaja a tracción y no puede presionar</translation>
    </message>
    <message>
        <source>slopes and fall times</source>
        <extracomment>protocol/instruments/ability.py</extracomment>
        <translation>pendientes y tiempos de caída</translation>
    </message>
    <message>
        <source>tare on the instrument</source>
        <extracomment>protocol/instruments/ability.py</extracomment>
        <translation>tara en el instrumento</translation>
    </message>
    <message>
        <source>it takes no such command</source>
        <extracomment>protocol/instruments/ability.py</extracomment>
        <translation>no admite esa orden</translation>
    </message>
    <message>
        <source>the instrument does not keep them</source>
        <extracomment>protocol/instruments/ability.py</extracomment>
        <translation>el instrumento no las conserva</translation>
    </message>
    <message>
        <source>none of the sensor&apos;s channels measures in newtons: use a force sensor</source>
        <extracomment>protocol/instruments/go_direct_talk.py</extracomment>
        <translation>ningún canal del sensor mide en newtons: use un sensor de fuerza</translation>
    </message>
    <message>
        <source>channel</source>
        <extracomment>protocol/instruments/go_direct_talk.py</extracomment>
        <translation>canal</translation>
    </message>
    <message>
        <source>{name}, {least:g} to {most:g} N</source>
        <extracomment>protocol/instruments/go_direct_talk.py</extracomment>
        <translation>{name}, de {least:g} a {most:g} N</translation>
    </message>
    <message>
        <source>serial number</source>
        <extracomment>protocol/instruments/progressor.py</extracomment>
        <translation>número de serie</translation>
    </message>
    <message>
        <source>firmware</source>
        <extracomment>protocol/instruments/progressor.py</extracomment>
        <translation>firmware</translation>
    </message>
    <message>
        <source>force sensor</source>
        <extracomment>protocol/instruments/sig_force.py</extracomment>
        <translation>sensor de fuerza</translation>
    </message>
    <message>
        <source>weight scale</source>
        <extracomment>protocol/instruments/weight_scale.py</extracomment>
        <translation>báscula</translation>
    </message>
    <message>
        <source>unknown ({unit})</source>
        <extracomment>protocol/instruments/wh_c06.py</extracomment>
        <translation>desconocida ({unit})</translation>
    </message>
    <message>
        <source>unit on the display</source>
        <extracomment>protocol/instruments/wh_c06.py</extracomment>
        <translation>unidad en la pantalla</translation>
    </message>
    <message>
        <source>the tool hung up before it said who it is</source>
        <extracomment>device/course.py</extracomment>
        <translation>el aparato cortó la conexión antes de decir quién es</translation>
    </message>
    <message>
        <source>{serial} answered, which is not the tool that is wanted</source>
        <extracomment>device/course.py</extracomment>
        <translation>respondió {serial}, que no es el aparato buscado</translation>
    </message>
    <message>
        <source>another tool was chosen meanwhile</source>
        <extracomment>device/course.py</extracomment>
        <translation>entretanto se eligió otro aparato</translation>
    </message>
    <message>
        <source>there is no driver {name!r}: install it, or choose one of {known}</source>
        <extracomment>device/drivers/errors.py</extracomment>
        <translation>no hay ningún controlador {name!r}: instálelo, o elija uno de {known}</translation>
    </message>
    <message>
        <source>the driver {name!r} cannot be used, {why}: update or remove the package that brings it</source>
        <extracomment>device/drivers/errors.py</extracomment>
        <translation>el controlador {name!r} no se puede usar, {why}: actualice o quite el paquete que lo trae</translation>
    </message>
    <message>
        <source>{name} lacks {count} of the attributes of a {title}: choose another driver for it</source>
        <extracomment>device/drivers/errors.py</extracomment>
        <translation>a {name} le faltan {count} de los atributos de «{title}»: elija otro controlador para él</translation>
    </message>
    <message>
        <source>{value} is a {kind} and no Driver</source>
        <extracomment>device/drivers/registry.py</extracomment>
        <translation>{value} es un {kind} y no un Driver</translation>
    </message>
    <message>
        <source>it calls itself {name!r}</source>
        <extracomment>device/drivers/registry.py</extracomment>
        <translation>se llama a sí mismo {name!r}</translation>
    </message>
    <message>
        <source>its module fails with {error}</source>
        <extracomment>device/drivers/registry.py</extracomment>
        <translation>su módulo falla con {error}</translation>
    </message>
    <message>
        <source>Bluetooth is not available, {reason}</source>
        <extracomment>device/errors.py</extracomment>
        <translation>Bluetooth no está disponible, {reason}</translation>
    </message>
    <message>
        <source>Bluetooth does not search at this moment: if it stays so, switch it off and on</source>
        <extracomment>device/errors.py</extracomment>
        <translation>Bluetooth no busca en este momento: si sigue así, apáguelo y vuelva a encenderlo</translation>
    </message>
    <message>
        <source>{name} lacks {count} of a tool&apos;s attributes: if it is a tool whose firmware was updated, remove it from the system&apos;s list of Bluetooth devices, so that they are read anew</source>
        <extracomment>device/errors.py</extracomment>
        <translation>a {name} le faltan {count} de los atributos de un aparato: si es un aparato cuyo firmware se actualizó, quítelo de la lista de dispositivos Bluetooth del sistema para que se lean de nuevo</translation>
    </message>
    <message>
        <source>{called} was called and {answered} answered: switch {answered} off, or choose it</source>
        <extracomment>device/errors.py</extracomment>
        <translation>se llamó a {called} y respondió {answered}: apague {answered}, o elíjalo</translation>
    </message>
    <message>
        <source>{name} refused an access with ATT error 0x{code:02x}: switch it off and on, then reconnect</source>
        <extracomment>device/errors.py</extracomment>
        <translation>{name} rechazó un acceso con el error ATT 0x{code:02x}: apáguelo y vuelva a encenderlo, y después conéctelo de nuevo</translation>
    </message>
    <message>
        <source>{name} lets only a paired computer do that, and the pairing did not come about: try again and accept what the system asks (Linux without a desktop asks nobody: keep bluetoothctl open meanwhile)</source>
        <extracomment>device/errors.py</extracomment>
        <translation>{name} solo se lo permite a un ordenador vinculado, y la vinculación no se produjo: inténtelo de nuevo y acepte lo que pregunte el sistema (Linux sin escritorio no pregunta a nadie: mantenga abierto bluetoothctl mientras tanto)</translation>
    </message>
    <message>
        <source>this computer is paired with {name}, which seems to have forgotten it: remove {name} from the system&apos;s list of Bluetooth devices, then connect again</source>
        <extracomment>device/errors.py</extracomment>
        <translation>este ordenador está vinculado con {name}, que parece haberlo olvidado: quite {name} de la lista de dispositivos Bluetooth del sistema y después conéctelo de nuevo</translation>
    </message>
    <message>
        <source>{name} offers no setup over Bluetooth: calibrate and set it as its maker says</source>
        <extracomment>device/errors.py</extracomment>
        <translation>{name} no se puede ajustar por Bluetooth: calíbrelo y ajústelo como indica su fabricante</translation>
    </message>
    <message>
        <source>{name} streams, and its calibration cannot change meanwhile: stop the stream first</source>
        <extracomment>device/errors.py</extracomment>
        <translation>{name} está enviando lecturas y su calibración no puede cambiar mientras tanto: detenga antes el envío</translation>
    </message>
    <message>
        <source>the connection to {serial} is lost: bring the tool closer or switch it on again</source>
        <extracomment>device/errors.py</extracomment>
        <translation>se perdió la conexión con {serial}: acerque el aparato o vuelva a encenderlo</translation>
    </message>
    <message>
        <source>nothing can be sent to the tool now: {sentence}</source>
        <extracomment>device/errors.py</extracomment>
        <translation>ahora no se puede enviar nada al aparato: {sentence}</translation>
    </message>
    <message>
        <source>the tool did not answer {command} within {waited_s:g} s: try again or reconnect</source>
        <extracomment>device/errors.py</extracomment>
        <translation>el aparato no respondió a {command} en {waited_s:g} s: inténtelo de nuevo o vuelva a conectarlo</translation>
    </message>
    <message>
        <source>no tool answered within {waited_s:g} s: switch it on and bring it closer</source>
        <extracomment>device/errors.py</extracomment>
        <translation>ningún aparato respondió en {waited_s:g} s: enciéndalo y acérquelo</translation>
    </message>
    <message>
        <source>tool {serial} did not answer within {waited_s:g} s: switch it on and bring it closer</source>
        <extracomment>device/errors.py</extracomment>
        <translation>el aparato {serial} no respondió en {waited_s:g} s: enciéndalo y acérquelo</translation>
    </message>
    <message>
        <source>{searched}: switch it on and bring it closer.</source>
        <extracomment>device/link_status.py</extracomment>
        <translation>{searched}: enciéndalo y acérquelo.</translation>
    </message>
    <message>
        <source>{name} is searched for</source>
        <extracomment>device/link_status.py</extracomment>
        <translation>se busca {name}</translation>
    </message>
    <message>
        <source>{some} or {last}</source>
        <extracomment>device/link_status.py</extracomment>
        <translation>{some} o {last}</translation>
    </message>
    <message>
        <source>{why}; trying again soon.</source>
        <extracomment>device/link_status.py</extracomment>
        <translation>{why}; pronto se intentará de nuevo.</translation>
    </message>
    <message>
        <source>{searched}: switch it on and bring it closer, and if it is on and near, close the other program or computer that may hold its connection.</source>
        <extracomment>device/link_status.py</extracomment>
        <translation>{searched}: enciéndalo y acérquelo; si está encendido y cerca, cierre el otro programa u ordenador que pueda ocupar su conexión.</translation>
    </message>
    <message>
        <source>A tool is searched for</source>
        <extracomment>device/link_status.py</extracomment>
        <translation>Se busca un aparato</translation>
    </message>
    <message>
        <source>{name} is lost and searched for</source>
        <extracomment>device/link_status.py</extracomment>
        <translation>{name} se perdió y se busca</translation>
    </message>
    <message>
        <source>Connecting to {name}</source>
        <extracomment>device/link_status.py</extracomment>
        <translation>Conectando con {name}</translation>
    </message>
    <message>
        <source>Connecting to a tool</source>
        <extracomment>device/link_status.py</extracomment>
        <translation>Conectando con un aparato</translation>
    </message>
    <message>
        <source>{to}, try {number}.</source>
        <extracomment>device/link_status.py</extracomment>
        <translation>{to}, intento {number}.</translation>
    </message>
    <message>
        <source>{to}.</source>
        <extracomment>device/link_status.py</extracomment>
        <translation>{to}.</translation>
    </message>
    <message>
        <source>Bluetooth is not available, {reason}.</source>
        <extracomment>device/link_status.py</extracomment>
        <translation>Bluetooth no está disponible, {reason}.</translation>
    </message>
    <message>
        <source>Several tools are in range: choose {serials}.</source>
        <extracomment>device/link_status.py</extracomment>
        <translation>Hay varios aparatos al alcance: elija {serials}.</translation>
    </message>
    <message>
        <source>Connected to {name}.</source>
        <extracomment>device/link_status.py</extracomment>
        <translation>Conectado con {name}.</translation>
    </message>
    <message>
        <source>The connection was closed.</source>
        <extracomment>device/link_status.py</extracomment>
        <translation>La conexión se cerró.</translation>
    </message>
    <message>
        <source>so many tools are in range that this one was lost sight of: it is searched anew</source>
        <extracomment>device/radio.py</extracomment>
        <translation>hay tantos aparatos al alcance que este se perdió de vista: se busca de nuevo</translation>
    </message>
    <message>
        <source>the system&apos;s Bluetooth failed in a way that this program does not know</source>
        <extracomment>device/visit.py</extracomment>
        <translation>el Bluetooth del sistema falló de un modo que este programa no conoce</translation>
    </message>
    <message>
        <source>it was ended on this side</source>
        <extracomment>device/visit.py</extracomment>
        <translation>se terminó desde este lado</translation>
    </message>
    <message>
        <source>the press did not fall into the ramp: press while the pressure rises</source>
        <extracomment>analysis/algometry/moment.py</extracomment>
        <translation>la pulsación no cayó en la subida: pulse mientras la presión sube</translation>
    </message>
    <message>
        <source>readings are missing at the moment of the press</source>
        <extracomment>analysis/algometry/moment.py</extracomment>
        <translation>faltan lecturas en el momento de la pulsación</translation>
    </message>
    <message>
        <source>the readings around the press are {apart_ms:g} ms apart: sample at 50 Hz</source>
        <extracomment>analysis/algometry/moment.py</extracomment>
        <translation>las lecturas en torno a la pulsación distan {apart_ms:g} ms: mida a 50 Hz</translation>
    </message>
    <message>
        <source>a rate needs a quarter of a second of readings</source>
        <extracomment>analysis/algometry/pace.py</extracomment>
        <translation>una velocidad necesita un cuarto de segundo de lecturas</translation>
    </message>
    <message>
        <source>the pressure never reached the band</source>
        <extracomment>analysis/algometry/probe.py</extracomment>
        <translation>la presión no llegó a la banda</translation>
    </message>
    <message>
        <source>a mean needs two readings in the band</source>
        <extracomment>analysis/algometry/probe.py</extracomment>
        <translation>una media necesita dos lecturas en la banda</translation>
    </message>
    <message>
        <source>the pressure rose to {peak_kpa:.0f} kPa, above {high_kpa:.0f} kPa</source>
        <extracomment>analysis/algometry/probe.py</extracomment>
        <translation>la presión subió a {peak_kpa:.0f} kPa, por encima de {high_kpa:.0f} kPa</translation>
    </message>
    <message>
        <source>only {in_band_s:.1f} s of {hold_s:g} s were in the band</source>
        <extracomment>analysis/algometry/probe.py</extracomment>
        <translation>solo {in_band_s:.1f} s de {hold_s:g} s estuvieron en la banda</translation>
    </message>
    <message>
        <source>too little of the ramp was recorded to know its rate</source>
        <extracomment>analysis/algometry/rise.py</extracomment>
        <translation>se registró demasiado poco de la subida para conocer su velocidad</translation>
    </message>
    <message>
        <source>evenness needs three half seconds of a ramp without missing readings</source>
        <extracomment>analysis/algometry/rise.py</extracomment>
        <translation>la regularidad necesita tres medios segundos de subida sin lecturas perdidas</translation>
    </message>
    <message>
        <source>the force did not rise in the middle of the ramp</source>
        <extracomment>analysis/algometry/rise.py</extracomment>
        <translation>la fuerza no subió en la mitad de la subida</translation>
    </message>
    <message>
        <source>the force fell by a third within 0.1 s: the tip slipped or was taken away</source>
        <extracomment>analysis/algometry/rise.py</extracomment>
        <translation>la fuerza cayó un tercio en 0,1 s: la punta resbaló o se retiró</translation>
    </message>
    <message>
        <source>the press came {below_n:.1f} N below the peak: the force was falling already</source>
        <extracomment>analysis/algometry/rise.py</extracomment>
        <translation>la pulsación llegó {below_n:.1f} N por debajo del máximo: la fuerza ya caía</translation>
    </message>
    <message>
        <source>the force did not rise steadily: it fell by {fall_n:.1f} N</source>
        <extracomment>analysis/algometry/rise.py</extracomment>
        <translation>la fuerza no subió de forma continua: cayó {fall_n:.1f} N</translation>
    </message>
    <message>
        <source>{capped} of {count} readings are &gt; {least_kpa:g} kPa, which cannot be averaged</source>
        <extracomment>analysis/algometry/series.py</extracomment>
        <translation>{capped} de {count} medidas son &gt; {least_kpa:g} kPa y no se pueden promediar</translation>
    </message>
    <message>
        <source>valid readings: {count}, and a mean needs {fewest}: take another</source>
        <extracomment>analysis/algometry/series.py</extracomment>
        <translation>medidas válidas: {count}, y una media necesita {fewest}: haga otra</translation>
    </message>
    <message>
        <source>a mean of {count} readings instead of {wanted}</source>
        <extracomment>analysis/algometry/series.py</extracomment>
        <translation>una media de {count} medidas en lugar de {wanted}</translation>
    </message>
    <message>
        <source>&gt; {cap_kpa:g} kPa</source>
        <extracomment>analysis/algometry/series.py</extracomment>
        <translation>&gt; {cap_kpa:g} kPa</translation>
    </message>
    <message>
        <source>a comparison of sides needs one left and one right</source>
        <extracomment>analysis/algometry/sides.py</extracomment>
        <translation>comparar los lados requiere una medida izquierda y una derecha</translation>
    </message>
    <message>
        <source>the pressure rose too slow: {rate:.0f} kPa/s, {ratio:.2f} times the prescribed rate</source>
        <extracomment>analysis/algometry/threshold.py</extracomment>
        <translation>la presión subió demasiado despacio: {rate:.0f} kPa/s, {ratio:.2f} veces la velocidad prescrita</translation>
    </message>
    <message>
        <source>the pressure rose too fast: {rate:.0f} kPa/s, {ratio:.2f} times the prescribed rate</source>
        <extracomment>analysis/algometry/threshold.py</extracomment>
        <translation>la presión subió demasiado deprisa: {rate:.0f} kPa/s, {ratio:.2f} veces la velocidad prescrita</translation>
    </message>
    <message>
        <source>the tip left the skin before anybody said “now”</source>
        <extracomment>analysis/algometry/threshold.py</extracomment>
        <translation>la punta se separó de la piel antes de que nadie dijera «ahora»</translation>
    </message>
    <message>
        <source>readings are missing beside the peak</source>
        <extracomment>analysis/algometry/threshold.py</extracomment>
        <translation>faltan lecturas junto al máximo</translation>
    </message>
    <message>
        <source>without a reading there is nothing to overshoot</source>
        <extracomment>analysis/algometry/threshold.py</extracomment>
        <translation>sin medida no hay nada que sobrepasar</translation>
    </message>
    <message>
        <source>readings were missing for {missing_s:g} s: the ramp was pressed blind</source>
        <extracomment>analysis/algometry/threshold.py</extracomment>
        <translation>faltaron lecturas durante {missing_s:g} s: la subida se presionó a ciegas</translation>
    </message>
    <message>
        <source>readings are missing for {missing_s:g} s of the ramp: a slip there is not seen</source>
        <extracomment>analysis/algometry/threshold.py</extracomment>
        <translation>faltan lecturas en {missing_s:g} s de la subida: ahí no se ve si la punta resbaló</translation>
    </message>
    <message>
        <source>readings are missing after the press: the peak may have been higher</source>
        <extracomment>analysis/algometry/threshold.py</extracomment>
        <translation>faltan lecturas después de la pulsación: el máximo pudo ser mayor</translation>
    </message>
    <message>
        <source>only {rest_s:.0f} s after the last reading at this point: wait {wait_s:.0f} s</source>
        <extracomment>analysis/algometry/threshold.py</extracomment>
        <translation>solo {rest_s:.0f} s después de la última medida en este punto: espere {wait_s:.0f} s</translation>
    </message>
    <message>
        <source>whether the tip stood upright is not known: nothing measures its tilt</source>
        <extracomment>analysis/algometry/threshold.py</extracomment>
        <translation>no se sabe si la punta estaba vertical: nada mide su inclinación</translation>
    </message>
    <message>
        <source>a painkiller within 4 h: the threshold may be raised</source>
        <extracomment>analysis/algometry/threshold.py</extracomment>
        <translation>un analgésico en las últimas 4 h: el umbral puede estar elevado</translation>
    </message>
    <message>
        <source>the tip was tilted by {tilt_deg:.0f}°: hold it upright on the skin</source>
        <extracomment>analysis/algometry/threshold.py</extracomment>
        <translation>la punta estaba inclinada {tilt_deg:.0f}°: manténgala vertical sobre la piel</translation>
    </message>
    <message>
        <source>repeatability needs at least 2 targets, not {count}</source>
        <extracomment>analysis/anova.py</extracomment>
        <translation>para la repetibilidad hacen falta al menos 2 objetivos, no {count}</translation>
    </message>
    <message>
        <source>repeatability needs at least 2 measurements of each target, not {count}</source>
        <extracomment>analysis/anova.py</extracomment>
        <translation>para la repetibilidad hacen falta al menos 2 mediciones de cada objetivo, no {count}</translation>
    </message>
    <message>
        <source>readings are missing between the two crossings</source>
        <extracomment>analysis/crossing.py</extracomment>
        <translation>faltan lecturas entre los dos cruces</translation>
    </message>
    <message>
        <source>the time stamps do not separate the two crossings</source>
        <extracomment>analysis/crossing.py</extracomment>
        <translation>las marcas de tiempo no separan los dos cruces</translation>
    </message>
    <message>
        <source>the area of the tip is not known</source>
        <extracomment>analysis/doses.py</extracomment>
        <translation>no se conoce el área de la punta</translation>
    </message>
    <message>
        <source>no let-go was called during the hold</source>
        <extracomment>analysis/fall.py</extracomment>
        <translation>durante la presión no se avisó para soltar</translation>
    </message>
    <message>
        <source>the force stayed above a tenth of its plateau for 0.5 s after the contact</source>
        <extracomment>analysis/fall.py</extracomment>
        <translation>la fuerza siguió por encima de un décimo de su nivel durante 0,5 s después del contacto</translation>
    </message>
    <message>
        <source>readings are missing where the force began to fall</source>
        <extracomment>analysis/fall.py</extracomment>
        <translation>faltan lecturas donde la fuerza empezó a caer</translation>
    </message>
    <message>
        <source>a fall needs 50 readings a second</source>
        <extracomment>analysis/fall.py</extracomment>
        <translation>una caída necesita 50 lecturas por segundo</translation>
    </message>
    <message>
        <source>the force had begun to fall before the cue</source>
        <extracomment>analysis/fall.py</extracomment>
        <translation>la fuerza ya caía antes del aviso</translation>
    </message>
    <message>
        <source>readings are missing while the force fell</source>
        <extracomment>analysis/fall.py</extracomment>
        <translation>faltan lecturas mientras la fuerza caía</translation>
    </message>
    <message>
        <source>the recording ends before the force fell to a tenth of its plateau</source>
        <extracomment>analysis/fall.py</extracomment>
        <translation>el registro termina antes de que la fuerza cayera a un décimo de su nivel</translation>
    </message>
    <message>
        <source>the recording ends less than 0.5 s after the contact</source>
        <extracomment>analysis/fall.py</extracomment>
        <translation>el registro termina menos de 0,5 s después del contacto</translation>
    </message>
    <message>
        <source>the contact was on before the first reading</source>
        <extracomment>analysis/measure.py</extracomment>
        <translation>ya había contacto antes de la primera lectura</translation>
    </message>
    <message>
        <source>readings are missing right before the contact</source>
        <extracomment>analysis/measure.py</extracomment>
        <translation>faltan lecturas justo antes del contacto</translation>
    </message>
    <message>
        <source>the readings end before a let-go has lasted</source>
        <extracomment>analysis/measure.py</extracomment>
        <translation>las lecturas terminan antes de que se haya soltado el tiempo suficiente</translation>
    </message>
    <message>
        <source>readings are missing before a let-go has lasted</source>
        <extracomment>analysis/measure.py</extracomment>
        <translation>faltan lecturas antes de que se haya soltado el tiempo suficiente</translation>
    </message>
    <message>
        <source>the bound takes {full_scale_n:g} N, 1.5 times the highest reading, for the full scale</source>
        <extracomment>analysis/measure.py</extracomment>
        <translation>la cota toma {full_scale_n:g} N, 1,5 veces la lectura más alta, como rango del sensor</translation>
    </message>
    <message>
        <source>the contact lasted for more than an hour: its shape was not kept</source>
        <extracomment>analysis/measure.py</extracomment>
        <translation>el contacto duró más de una hora: su forma no se conservó</translation>
    </message>
    <message>
        <source>the force left the sensor&apos;s range: every sum is a lower bound</source>
        <extracomment>analysis/measure.py</extracomment>
        <translation>la fuerza salió del rango del sensor: cada suma es una cota inferior</translation>
    </message>
    <message>
        <source>the next contact began within 0.5 s</source>
        <extracomment>analysis/measure.py</extracomment>
        <translation>el contacto siguiente empezó antes de 0,5 s</translation>
    </message>
    <message>
        <source>readings are missing for {missing_s:g} s and count nothing</source>
        <extracomment>analysis/measure.py</extracomment>
        <translation>faltan lecturas durante {missing_s:g} s y no cuentan nada</translation>
    </message>
    <message>
        <source>the force came and went: its level is not above zero</source>
        <extracomment>analysis/plateau.py</extracomment>
        <translation>la fuerza iba y venía: su nivel no está por encima de cero</translation>
    </message>
    <message>
        <source>the plateau is shorter than 3 s</source>
        <extracomment>analysis/plateau.py</extracomment>
        <translation>la meseta dura menos de 3 s</translation>
    </message>
    <message>
        <source>readings are missing: less than 2 s of the settled plateau are left</source>
        <extracomment>analysis/plateau.py</extracomment>
        <translation>faltan lecturas: quedan menos de 2 s de la meseta estable</translation>
    </message>
    <message>
        <source>fewer than three readings lie in the settled plateau</source>
        <extracomment>analysis/plateau.py</extracomment>
        <translation>en la meseta estable hay menos de tres lecturas</translation>
    </message>
    <message>
        <source>the hold ends less than 30 s after its plateau began</source>
        <extracomment>analysis/plateau.py</extracomment>
        <translation>la presión termina menos de 30 s después de empezar su meseta</translation>
    </message>
    <message>
        <source>no rate of the rise was prescribed</source>
        <extracomment>analysis/rise.py</extracomment>
        <translation>no se prescribió una velocidad de subida</translation>
    </message>
    <message>
        <source>the beginning of the contact was not recorded</source>
        <extracomment>analysis/rise.py</extracomment>
        <translation>no se registró el comienzo del contacto</translation>
    </message>
    <message>
        <source>fewer than three readings lie on the rise</source>
        <extracomment>analysis/rise.py</extracomment>
        <translation>en la subida hay menos de tres lecturas</translation>
    </message>
    <message>
        <source>no reading of the 0.5 s before the contact is below a tenth of the plateau</source>
        <extracomment>analysis/rise.py</extracomment>
        <translation>ninguna lectura de los 0,5 s antes del contacto está por debajo de un décimo de la meseta</translation>
    </message>
    <message>
        <source>a score needs 50 readings a second</source>
        <extracomment>analysis/score.py</extracomment>
        <translation>una puntuación necesita 50 lecturas por segundo</translation>
    </message>
    <message>
        <source>the target was to be held for less than a second</source>
        <extracomment>analysis/score.py</extracomment>
        <translation>el objetivo debía mantenerse menos de un segundo</translation>
    </message>
    <message>
        <source>the readings end before it could be seen whether the force was gone</source>
        <extracomment>analysis/score.py</extracomment>
        <translation>las lecturas terminan antes de poder ver si la fuerza había desaparecido</translation>
    </message>
    <message>
        <source>the force left the sensor&apos;s range</source>
        <extracomment>analysis/algometry/moment.py</extracomment>
        <translation>la fuerza salió del rango del sensor</translation>
    </message>
    <message>
        <source>{missing} of {slots} readings are missing while the target was to be held</source>
        <extracomment>analysis/score.py</extracomment>
        <translation>faltan {missing} de {slots} lecturas mientras había que mantener el objetivo</translation>
    </message>
    <message>
        <source>readings are missing where it is seen whether the force is gone</source>
        <extracomment>analysis/score.py</extracomment>
        <translation>faltan lecturas donde se ve si la fuerza ha desaparecido</translation>
    </message>
    <message>
        <source>nobody pressed during the trial</source>
        <extracomment>analysis/score_shape.py</extracomment>
        <translation>nadie presionó durante el ensayo</translation>
    </message>
    <message>
        <source>no target force was set</source>
        <extracomment>analysis/steadiness.py</extracomment>
        <translation>no se fijó una fuerza objetivo</translation>
    </message>
    <message>
        <source>tremor needs 50 readings a second</source>
        <extracomment>analysis/steadiness.py</extracomment>
        <translation>el temblor necesita 50 lecturas por segundo</translation>
    </message>
    <message>
        <source>readings are missing in the settled plateau</source>
        <extracomment>analysis/steadiness.py</extracomment>
        <translation>faltan lecturas en la meseta estable</translation>
    </message>
    <message>
        <source>no target band was set</source>
        <extracomment>analysis/sums.py</extracomment>
        <translation>no se fijó una banda</translation>
    </message>
    <message>
        <source>no two neighbouring readings lie in the hold</source>
        <extracomment>analysis/sums.py</extracomment>
        <translation>en la presión no hay dos lecturas seguidas</translation>
    </message>
    <message>
        <source>the force left the sensor&apos;s range: there is no upper bound</source>
        <extracomment>analysis/sums.py</extracomment>
        <translation>la fuerza salió del rango del sensor: no hay cota superior</translation>
    </message>
    <message>
        <source>readings are missing and the sensor&apos;s full scale is not known</source>
        <extracomment>analysis/sums.py</extracomment>
        <translation>faltan lecturas y no se conoce el rango del sensor</translation>
    </message>
    <message>
        <source>no pressure pain threshold was given</source>
        <extracomment>analysis/sums.py</extracomment>
        <translation>no se conoce el umbral de dolor a la presión</translation>
    </message>
    <message>
        <source>readings are missing in the time that is averaged</source>
        <extracomment>analysis/algometry/probe.py</extracomment>
        <translation>faltan lecturas en el tiempo que se promedia</translation>
    </message>
    <message>
        <source>no reading falls into the time that is averaged</source>
        <extracomment>analysis/window.py</extracomment>
        <translation>ninguna lectura cae en el tiempo que se promedia</translation>
    </message>
    <message>
        <source>nobody knows whether its zero was checked and its calibration is in date</source>
        <extracomment>session/abilities.py</extracomment>
        <translation>nadie sabe si se comprobó su cero y si su calibración está vigente</translation>
    </message>
    <message>
        <source>it takes ten seconds of readings</source>
        <extracomment>session/ages.py</extracomment>
        <translation>hacen falta diez segundos de lecturas</translation>
    </message>
    <message>
        <source>This computer may lock its screen or fall asleep meanwhile: switch both off in its settings first.</source>
        <extracomment>session/awake.py</extracomment>
        <translation>Mientras tanto este equipo puede bloquear la pantalla o entrar en suspensión: desactive antes ambas cosas en su configuración.</translation>
    </message>
    <message>
        <source>the tool does not say how full its battery is</source>
        <extracomment>session/battery.py</extracomment>
        <translation>el aparato no dice cuánta batería tiene</translation>
    </message>
    <message>
        <source>not known before the charge has fallen a few steps</source>
        <extracomment>session/battery.py</extracomment>
        <translation>no se sabe hasta que la carga baje unos pasos</translation>
    </message>
    <message>
        <source>{region}: {limit_n:g} N (assumed)</source>
        <extracomment>session/caps.py</extracomment>
        <translation>{region}: {limit_n:g} N (supuesto)</translation>
    </message>
    <message>
        <source>threshold on {region}: {end_kpa:g} kPa (assumed)</source>
        <extracomment>session/caps.py</extracomment>
        <translation>umbral, {region}: {end_kpa:g} kPa (supuesto)</translation>
    </message>
    <message>
        <source>sites called light: {limit_n:g} N (assumed)</source>
        <extracomment>session/caps.py</extracomment>
        <translation>lugares indicados como «ligeros»: {limit_n:g} N (supuesto)</translation>
    </message>
    <message>
        <source>used before</source>
        <extracomment>session/choice.py</extracomment>
        <translation>ya usado</translation>
    </message>
    <message>
        <source>new here</source>
        <extracomment>session/choice.py</extracomment>
        <translation>nuevo aquí</translation>
    </message>
    <message>
        <source>several tools are in range: add --tool {names}</source>
        <extracomment>session/choice.py</extracomment>
        <translation>hay varios aparatos al alcance: añada --tool {names}</translation>
    </message>
    <message>
        <source>signal –</source>
        <extracomment>session/choice.py</extracomment>
        <translation>señal –</translation>
    </message>
    <message>
        <source>{signal_dbm} dBm</source>
        <extracomment>session/choice.py</extracomment>
        <translation>{signal_dbm} dBm</translation>
    </message>
    <message>
        <source>battery –</source>
        <extracomment>session/choice.py</extracomment>
        <translation>batería –</translation>
    </message>
    <message>
        <source>battery {percent} %</source>
        <extracomment>session/choice.py</extracomment>
        <translation>batería {percent} %</translation>
    </message>
    <message>
        <source>the tool in range was never used here: to use it, add --tool {names}</source>
        <extracomment>session/choice.py</extracomment>
        <translation>el aparato al alcance nunca se usó aquí: para usarlo, añada --tool {names}</translation>
    </message>
    <message>
        <source>no tool was chosen: switch yours on, or name it with --tool</source>
        <extracomment>session/choice.py</extracomment>
        <translation>no se eligió ningún aparato: encienda el suyo, o indíquelo con --tool</translation>
    </message>
    <message>
        <source>it takes two exchanges</source>
        <extracomment>session/clock_health.py</extracomment>
        <translation>hacen falta dos consultas</translation>
    </message>
    <message>
        <source>the tool has not told its time yet</source>
        <extracomment>session/clock_health.py</extracomment>
        <translation>el aparato aún no ha dicho su hora</translation>
    </message>
    <message>
        <source>not known</source>
        <extracomment>session/clock_health.py</extracomment>
        <translation>no se sabe</translation>
    </message>
    <message>
        <source>it takes five minutes</source>
        <extracomment>session/clock_health.py</extracomment>
        <translation>hacen falta cinco minutos</translation>
    </message>
    <message>
        <source>Step up to {target_n:.1f} N from the next contact on: {because}.</source>
        <extracomment>session/guide.py</extracomment>
        <translation>Se sube a {target_n:.1f} N desde el próximo contacto: {because}.</translation>
    </message>
    <message>
        <source>No step up: {why}.</source>
        <extracomment>session/guide.py</extracomment>
        <translation>No se sube: {why}.</translation>
    </message>
    <message>
        <source>Stopped: no more pressure today. If it does not pass at once, call medical help.</source>
        <extracomment>session/guide.py</extracomment>
        <translation>Detenido: hoy no más presión. Si no pasa de inmediato, pida ayuda médica.</translation>
    </message>
    <message>
        <source>All holds are done.</source>
        <extracomment>session/guide.py</extracomment>
        <translation>Todas las presiones están hechas.</translation>
    </message>
    <message>
        <source>This place was left out.</source>
        <extracomment>session/guide.py</extracomment>
        <translation>Este lugar se omitió.</translation>
    </message>
    <message>
        <source>Stopped: this point is closed for today. Tell a doctor if the feeling stays.</source>
        <extracomment>session/guide.py</extracomment>
        <translation>Detenido: este punto queda cerrado por hoy. Si la sensación persiste, dígalo a un médico.</translation>
    </message>
    <message>
        <source>this run is not kept</source>
        <extracomment>session/kept.py</extracomment>
        <translation>esta ejecución no se guarda</translation>
    </message>
    <message>
        <source>the tool was not heard advertising</source>
        <extracomment>session/link_health.py</extracomment>
        <translation>no se oyó al aparato anunciarse</translation>
    </message>
    <message>
        <source>it takes five seconds of readings</source>
        <extracomment>session/link_health.py</extracomment>
        <translation>hacen falta cinco segundos de lecturas</translation>
    </message>
    <message>
        <source>no reading has come yet</source>
        <extracomment>session/ages.py</extracomment>
        <translation>aún no ha llegado ninguna lectura</translation>
    </message>
    <message>
        <source>nothing came in the last ten seconds</source>
        <extracomment>session/link_health.py</extracomment>
        <translation>no llegó nada en los últimos diez segundos</translation>
    </message>
    <message>
        <source>“{text}” names no tool: write its serial number, ble:SERIAL, sim:SCENARIO, {drivers}</source>
        <extracomment>session/links.py</extracomment>
        <translation>«{text}» no nombra ningún aparato: escriba su número de serie, ble:SERIAL, sim:SCENARIO, {drivers}</translation>
    </message>
    <message>
        <source>{percent:.1f} % of the readings were lost in the last ten seconds</source>
        <extracomment>session/live_checks.py</extracomment>
        <translation>se perdió el {percent:.1f} % de las lecturas en los últimos diez segundos</translation>
    </message>
    <message>
        <source>The zero is {zero_n:.1f} N away from the factory&apos;s</source>
        <extracomment>session/live_checks.py</extracomment>
        <translation>El cero está a {zero_n:.1f} N del de fábrica</translation>
    </message>
    <message>
        <source>{zero} and moves by {n_per_day} N a day</source>
        <extracomment>session/live_checks.py</extracomment>
        <translation>{zero} y se mueve {n_per_day} N al día</translation>
    </message>
    <message>
        <source>For 99 % of the time the data are at most {old_ms:.0f} ms old.</source>
        <extracomment>session/live_checks.py</extracomment>
        <translation>El 99 % del tiempo los datos tienen como máximo {old_ms:.0f} ms.</translation>
    </message>
    <message>
        <source>{rate_hz:.0f} readings come in a second.</source>
        <extracomment>session/live_checks.py</extracomment>
        <translation>Llegan {rate_hz:.0f} lecturas por segundo.</translation>
    </message>
    <message>
        <source>What is lost is not known, {why}: wait a moment.</source>
        <extracomment>session/live_checks.py</extracomment>
        <translation>No se sabe qué se ha perdido, {why}: espere un momento.</translation>
    </message>
    <message>
        <source>No reading was lost in the last ten seconds.</source>
        <extracomment>session/live_checks.py</extracomment>
        <translation>No se perdió ninguna lectura en los últimos diez segundos.</translation>
    </message>
    <message>
        <source>The sensor works.</source>
        <extracomment>session/live_checks.py</extracomment>
        <translation>El sensor funciona.</translation>
    </message>
    <message>
        <source>No stop is held.</source>
        <extracomment>session/live_checks.py</extracomment>
        <translation>No hay ningún STOP retenido.</translation>
    </message>
    <message>
        <source>No readings come: bring the tool closer, or switch it off and on.</source>
        <extracomment>session/live_checks.py</extracomment>
        <translation>No llegan lecturas: acerque el aparato, o apáguelo y enciéndalo.</translation>
    </message>
    <message>
        <source>How old the data are is not known yet, {why}: wait a moment.</source>
        <extracomment>session/live_checks.py</extracomment>
        <translation>Aún no se sabe la antigüedad de los datos, {why}: espere un momento.</translation>
    </message>
    <message>
        <source>The data are up to {old_s:.1f} s old: bring the tool closer, and switch other radios off.</source>
        <extracomment>session/live_checks.py</extracomment>
        <translation>Los datos tienen hasta {old_s:.1f} s: acerque el aparato y apague otras radios.</translation>
    </message>
    <message>
        <source>The tool sends {rate_hz:g} readings a second, a treatment needs 50: choose a higher rate.</source>
        <extracomment>session/live_checks.py</extracomment>
        <translation>El aparato envía {rate_hz:g} lecturas por segundo, un tratamiento necesita 50: elija una frecuencia mayor.</translation>
    </message>
    <message>
        <source>The rate is not known yet, {why}: wait a moment.</source>
        <extracomment>session/live_checks.py</extracomment>
        <translation>La frecuencia aún no se conoce, {why}: espere un momento.</translation>
    </message>
    <message>
        <source>Only {rate_hz:.0f} readings come in a second, a treatment needs 50: bring the tool closer.</source>
        <extracomment>session/live_checks.py</extracomment>
        <translation>Solo llegan {rate_hz:.0f} lecturas por segundo, un tratamiento necesita 50: acerque el aparato.</translation>
    </message>
    <message>
        <source>{lost}: bring the tool closer, and keep bodies out of the way.</source>
        <extracomment>session/live_checks.py</extracomment>
        <translation>{lost}: acerque el aparato y que no haya cuerpos en medio.</translation>
    </message>
    <message>
        <source>{lost}: bring the tool closer.</source>
        <extracomment>session/live_checks.py</extracomment>
        <translation>{lost}: acerque el aparato.</translation>
    </message>
    <message>
        <source>{count} packets came damaged: if there are more, update the tool&apos;s firmware.</source>
        <extracomment>session/live_checks.py</extracomment>
        <translation>{count} paquetes llegaron dañados: si hay más, actualice el firmware del aparato.</translation>
    </message>
    <message>
        <source>The sensor does not work: do not use this tool.</source>
        <extracomment>session/live_checks.py</extracomment>
        <translation>El sensor no funciona: no use este aparato.</translation>
    </message>
    <message>
        <source>The cell is overloaded: take the load off; if it stays so, have the tool looked at.</source>
        <extracomment>session/live_checks.py</extracomment>
        <translation>La célula está sobrecargada: quite la carga; si sigue así, haga revisar el aparato.</translation>
    </message>
    <message>
        <source>The tool still holds a stop: let its button come up, then clear the stop.</source>
        <extracomment>session/live_checks.py</extracomment>
        <translation>El aparato aún mantiene un STOP: suelte su botón y quite después el STOP.</translation>
    </message>
    <message>
        <source>The zero is {zero_n:.1f} N away from the factory&apos;s, more than {most_n:.1f} N: have it calibrated.</source>
        <extracomment>session/live_checks.py</extracomment>
        <translation>El cero está a {zero_n:.1f} N del de fábrica, más de {most_n:.1f} N: haga calibrar el aparato.</translation>
    </message>
    <message>
        <source>{drift}: in {left_days:.0f} days it is too far, have it calibrated.</source>
        <extracomment>session/live_checks.py</extracomment>
        <translation>{drift}: en {left_days:.0f} días estará demasiado lejos, haga calibrar el aparato.</translation>
    </message>
    <message>
        <source>{reason}: take the tool off the skin, and its zero is measured.</source>
        <extracomment>session/live_checks.py</extracomment>
        <translation>{reason}: separe el aparato de la piel y se medirá su cero.</translation>
    </message>
    <message>
        <source>The tool refused to measure its zero: take it off the skin and keep it still.</source>
        <extracomment>session/live_checks.py</extracomment>
        <translation>El aparato se negó a medir su cero: sepárelo de la piel y manténgalo quieto.</translation>
    </message>
    <message>
        <source>the tool has not said what it is.</source>
        <extracomment>session/look_ahead.py</extracomment>
        <translation>el aparato no ha dicho qué es.</translation>
    </message>
    <message>
        <source>{what}: {why}</source>
        <extracomment>session/look_ahead.py</extracomment>
        <translation>{what}: {why}</translation>
    </message>
    <message>
        <source>Not yet</source>
        <extracomment>session/look_ahead.py</extracomment>
        <translation>Todavía no</translation>
    </message>
    <message>
        <source>Nobody is pressed with this tool now</source>
        <extracomment>session/look_ahead.py</extracomment>
        <translation>Ahora no se presiona a nadie con este aparato</translation>
    </message>
    <message>
        <source>{what}: {text}</source>
        <extracomment>session/meter.py</extracomment>
        <translation>{what}: {text}</translation>
    </message>
    <message>
        <source>battery: {percent} %</source>
        <extracomment>session/meter.py</extracomment>
        <translation>batería: {percent} %</translation>
    </message>
    <message>
        <source>battery: {volts:g} V</source>
        <extracomment>session/meter.py</extracomment>
        <translation>batería: {volts:g} V</translation>
    </message>
    <message>
        <source>the instrument lost readings</source>
        <extracomment>session/meter.py</extracomment>
        <translation>el instrumento perdió lecturas</translation>
    </message>
    <message>
        <source>the instrument switches itself off: charge it</source>
        <extracomment>session/meter.py</extracomment>
        <translation>el instrumento se apaga: cárguelo</translation>
    </message>
    <message>
        <source>the tip was changed; each hold counts for the one that was on (areas: {areas})</source>
        <extracomment>session/offline/record_source.py</extracomment>
        <translation>se cambió la punta; cada presión cuenta con la que estaba puesta (áreas: {areas})</translation>
    </message>
    <message>
        <source>unknown</source>
        <extracomment>session/offline/record_source.py</extracomment>
        <translation>desconocido</translation>
    </message>
    <message>
        <source>{area_cm2:g} cm²</source>
        <extracomment>session/offline/record_source.py</extracomment>
        <translation>{area_cm2:g} cm²</translation>
    </message>
    <message>
        <source>{count} samples are lost: {why}</source>
        <extracomment>session/offline/record_source.py</extracomment>
        <translation>lecturas que faltan: {count}, {why}</translation>
    </message>
    <message>
        <source>{count} samples came late: the tool sent them again after they were lost on the way</source>
        <extracomment>session/offline/record_source.py</extracomment>
        <translation>lecturas llegadas tarde: {count}; el aparato las envió de nuevo después de perderse por el camino</translation>
    </message>
    <message>
        <source>{count} samples are lost: never came again</source>
        <extracomment>session/offline/record_source.py</extracomment>
        <translation>lecturas que faltan: {count}, no volvieron a llegar</translation>
    </message>
    <message>
        <source>the record is cut off; what came before the cut is here</source>
        <extracomment>session/offline/wholeness.py</extracomment>
        <translation>el registro está cortado; aquí está lo anterior al corte</translation>
    </message>
    <message>
        <source>{count} payloads could not be decoded</source>
        <extracomment>session/offline/wholeness.py</extracomment>
        <translation>paquetes que no se pudieron decodificar: {count}</translation>
    </message>
    <message>
        <source>{left} steps up of {by_percent:g} % at most, each asked for after “{after}”, to {highest_n:.1f} N at most ({why})</source>
        <extracomment>session/plan.py</extracomment>
        <translation>{left} escalones del {by_percent:g} % como máximo, cada uno pedido después de «{after}», hasta {highest_n:.1f} N como máximo ({why})</translation>
    </message>
    <message>
        <source>{after} {nrs}</source>
        <extracomment>session/plan.py</extracomment>
        <translation>{after} {nrs}</translation>
    </message>
    <message>
        <source>the band reaches {high_n:.1f} N, the limit is {limit_n:g} N ({why}): lower the target to {highest_n:.1f} N</source>
        <extracomment>session/plan.py</extracomment>
        <translation>la banda llega a {high_n:.1f} N, el límite es {limit_n:g} N ({why}): baje el objetivo a {highest_n:.1f} N</translation>
    </message>
    <message>
        <source>a hold lasts {hold_s:g} s, the limit is {limit_s:g} s ({why}): shorten it</source>
        <extracomment>session/plan.py</extracomment>
        <translation>una presión dura {hold_s:g} s, el límite es {limit_s:g} s ({why}): acórtela</translation>
    </message>
    <message>
        <source>its steps would rise to {rise_n:.1f} N, the limit is {limit_n:g} N ({why}): end them at {highest_n:.1f} N</source>
        <extracomment>session/plan.py</extracomment>
        <translation>sus escalones subirían hasta {rise_n:.1f} N, el límite es {limit_n:g} N ({why}): termínelos en {highest_n:.1f} N</translation>
    </message>
    <message>
        <source>the record has no header</source>
        <extracomment>session/playback.py</extracomment>
        <translation>el registro no tiene cabecera</translation>
    </message>
    <message>
        <source>the record is damaged: {what} (“palpate records recover” saves what is intact)</source>
        <extracomment>session/playback.py</extracomment>
        <translation>el registro está dañado: {what} («palpate records recover» salva lo que está intacto)</translation>
    </message>
    <message>
        <source>the record ends before its first payload: there is nothing to read</source>
        <extracomment>session/playback.py</extracomment>
        <translation>el registro termina antes de su primer paquete: no hay nada que leer</translation>
    </message>
    <message>
        <source>its header is not as it was written</source>
        <extracomment>session/playback.py</extracomment>
        <translation>su cabecera no está como se escribió</translation>
    </message>
    <message>
        <source>payload {number} is not there</source>
        <extracomment>session/playback.py</extracomment>
        <translation>falta el paquete {number}</translation>
    </message>
    <message>
        <source>what describes its channels is not as it was written</source>
        <extracomment>session/playback.py</extracomment>
        <translation>lo que describe sus canales no está como se escribió</translation>
    </message>
    <message>
        <source>payload {number} is not as it was written</source>
        <extracomment>session/playback.py</extracomment>
        <translation>el paquete {number} no está como se escribió</translation>
    </message>
    <message>
        <source>the record&apos;s header is of a version that this program does not know: update it</source>
        <extracomment>session/playback.py</extracomment>
        <translation>la cabecera del registro es de una versión que este programa no conoce: actualícelo</translation>
    </message>
    <message>
        <source>its last bytes are wrong</source>
        <extracomment>session/playback.py</extracomment>
        <translation>sus últimos bytes son erróneos</translation>
    </message>
    <message>
        <source>its check sum is wrong</source>
        <extracomment>session/playback.py</extracomment>
        <translation>su suma de control es errónea</translation>
    </message>
    <message>
        <source>this is no record (no MCAP file)</source>
        <extracomment>session/playback.py</extracomment>
        <translation>esto no es un registro (no es un archivo MCAP)</translation>
    </message>
    <message>
        <source>the system may remember an older list of its attributes: remove the tool from the system&apos;s list of Bluetooth devices, switch Bluetooth off and on, then connect again</source>
        <extracomment>session/preflight.py</extracomment>
        <translation>puede que el sistema recuerde una lista antigua de sus atributos: quite el aparato de la lista de dispositivos Bluetooth del sistema, apague y encienda Bluetooth y conéctelo de nuevo</translation>
    </message>
    <message>
        <source>The battery lasts for {lasts_min:.0f} minutes, the plan for {needed_min:.0f} at most</source>
        <extracomment>session/preflight.py</extracomment>
        <translation>La batería dura {lasts_min:.0f} minutos, el plan como máximo {needed_min:.0f}</translation>
    </message>
    <message>
        <source>origin</source>
        <extracomment>session/preflight.py</extracomment>
        <translation>origen</translation>
    </message>
    <message>
        <source>direction</source>
        <extracomment>session/preflight.py</extracomment>
        <translation>dirección</translation>
    </message>
    <message>
        <source>range</source>
        <extracomment>session/preflight.py</extracomment>
        <translation>rango</translation>
    </message>
    <message>
        <source>tip</source>
        <extracomment>session/preflight.py</extracomment>
        <translation>punta</translation>
    </message>
    <message>
        <source>calibration</source>
        <extracomment>session/preflight.py</extracomment>
        <translation>calibración</translation>
    </message>
    <message>
        <source>storage</source>
        <extracomment>session/preflight.py</extracomment>
        <translation>espacio en disco</translation>
    </message>
    <message>
        <source>data</source>
        <extracomment>session/preflight.py</extracomment>
        <translation>datos</translation>
    </message>
    <message>
        <source>rate</source>
        <extracomment>session/preflight.py</extracomment>
        <translation>frecuencia</translation>
    </message>
    <message>
        <source>losses</source>
        <extracomment>session/preflight.py</extracomment>
        <translation>pérdidas</translation>
    </message>
    <message>
        <source>sensor</source>
        <extracomment>session/preflight.py</extracomment>
        <translation>sensor</translation>
    </message>
    <message>
        <source>stop</source>
        <extracomment>session/preflight.py</extracomment>
        <translation>STOP</translation>
    </message>
    <message>
        <source>zero</source>
        <extracomment>session/preflight.py</extracomment>
        <translation>cero</translation>
    </message>
    <message>
        <source>The tool speaks profile {profile}, firmware {firmware}.</source>
        <extracomment>session/preflight.py</extracomment>
        <translation>El aparato habla el perfil {profile}, firmware {firmware}.</translation>
    </message>
    <message>
        <source>This is the tool {serial}.</source>
        <extracomment>session/preflight.py</extracomment>
        <translation>Este es el aparato {serial}.</translation>
    </message>
    <message>
        <source>The tool does not measure compression: take one that does.</source>
        <extracomment>session/preflight.py</extracomment>
        <translation>El aparato no mide compresión: tome uno que la mida.</translation>
    </message>
    <message>
        <source>The tool measures up to {full_n:.0f} N.</source>
        <extracomment>session/preflight.py</extracomment>
        <translation>El aparato mide hasta {full_n:.0f} N.</translation>
    </message>
    <message>
        <source>The tip has {area_cm2:g} cm².</source>
        <extracomment>session/preflight.py</extracomment>
        <translation>La punta tiene {area_cm2:g} cm².</translation>
    </message>
    <message>
        <source>The calibration lies in the future: set this computer&apos;s date, or have the tool calibrated.</source>
        <extracomment>session/preflight.py</extracomment>
        <translation>La calibración está en el futuro: ponga en hora este ordenador o haga calibrar el aparato.</translation>
    </message>
    <message>
        <source>The calibration is good until {due}.</source>
        <extracomment>session/preflight.py</extracomment>
        <translation>La calibración vale hasta el {due}.</translation>
    </message>
    <message>
        <source>The battery has {percent} %.</source>
        <extracomment>session/preflight.py</extracomment>
        <translation>La batería tiene {percent} %.</translation>
    </message>
    <message>
        <source>There is room for the record in {folder}.</source>
        <extracomment>session/preflight.py</extracomment>
        <translation>Hay sitio para el registro en {folder}.</translation>
    </message>
    <message>
        <source>The tool speaks profile {profile}.</source>
        <extracomment>session/preflight.py</extracomment>
        <translation>El aparato habla el perfil {profile}.</translation>
    </message>
    <message>
        <source>SIMULATED: this tool is a program; press nobody by it.</source>
        <extracomment>session/preflight.py</extracomment>
        <translation>SIMULADO: este aparato es un programa; no presione a nadie guiándose por él.</translation>
    </message>
    <message>
        <source>The tool measures compression.</source>
        <extracomment>session/preflight.py</extracomment>
        <translation>El aparato mide compresión.</translation>
    </message>
    <message>
        <source>The tool ends at {full_n:.0f} N, below the plan&apos;s limit of {cap_n:.0f} N: take a stronger tool.</source>
        <extracomment>session/preflight.py</extracomment>
        <translation>El aparato llega a {full_n:.0f} N, por debajo del límite del plan de {cap_n:.0f} N: tome un aparato más fuerte.</translation>
    </message>
    <message>
        <source>Nobody knows which tip is on: put one on that the tool lists, and say which.</source>
        <extracomment>session/preflight.py</extracomment>
        <translation>Nadie sabe qué punta está puesta: ponga una que el aparato conozca y diga cuál.</translation>
    </message>
    <message>
        <source>The tool does not say when its calibration is due: ask its maker, and write it down.</source>
        <extracomment>session/preflight.py</extracomment>
        <translation>El aparato no dice cuándo le toca calibrarse: pregunte al fabricante y anótelo.</translation>
    </message>
    <message>
        <source>The calibration was due on {due}: have the tool calibrated.</source>
        <extracomment>session/preflight.py</extracomment>
        <translation>La calibración venció el {due}: haga calibrar el aparato.</translation>
    </message>
    <message>
        <source>The calibration is due on {due}: make an appointment.</source>
        <extracomment>session/preflight.py</extracomment>
        <translation>La calibración vence el {due}: pida una cita.</translation>
    </message>
    <message>
        <source>{reason}: charge it if in doubt.</source>
        <extracomment>session/preflight.py</extracomment>
        <translation>{reason}: cárguela en caso de duda.</translation>
    </message>
    <message>
        <source>The battery has {percent} %: charge it.</source>
        <extracomment>session/preflight.py</extracomment>
        <translation>La batería tiene {percent} %: cárguela.</translation>
    </message>
    <message>
        <source>The battery has {percent} %, and how long that lasts is not known yet: charge it soon.</source>
        <extracomment>session/preflight.py</extracomment>
        <translation>La batería tiene {percent} %, y aún no se sabe cuánto dura: cárguela pronto.</translation>
    </message>
    <message>
        <source>{lasts}: charge it.</source>
        <extracomment>session/preflight.py</extracomment>
        <translation>{lasts}: cárguela.</translation>
    </message>
    <message>
        <source>No record can be written in {folder} ({why}): choose another folder.</source>
        <extracomment>session/preflight.py</extracomment>
        <translation>No se puede escribir un registro en {folder} ({why}): elija otra carpeta.</translation>
    </message>
    <message>
        <source>{folder} has {free_mb:.0f} MB left, a record needs {needed_mb:.0f} MB: make room.</source>
        <extracomment>session/preflight.py</extracomment>
        <translation>{folder} tiene {free_mb:.0f} MB libres, un registro necesita {needed_mb:.0f} MB: haga sitio.</translation>
    </message>
    <message>
        <source>profile</source>
        <extracomment>session/preflight.py</extracomment>
        <translation>perfil</translation>
    </message>
    <message>
        <source>{error}; if that does not help, {stale}</source>
        <extracomment>session/preflight.py</extracomment>
        <translation>{error}; si eso no ayuda: {stale}</translation>
    </message>
    <message>
        <source>attributes</source>
        <extracomment>session/preflight.py</extracomment>
        <translation>atributos</translation>
    </message>
    <message>
        <source>tool</source>
        <extracomment>session/preflight.py</extracomment>
        <translation>aparato</translation>
    </message>
    <message>
        <source>several of {title} are in range: add --tool {names}</source>
        <extracomment>session/reach.py</extracomment>
        <translation>hay varios «{title}» al alcance: añada --tool {names}</translation>
    </message>
    <message>
        <source>simulated instruments need {name}: install the extra “sim” (pip install palpate-app[sim])</source>
        <extracomment>session/reach.py</extracomment>
        <translation>los instrumentos simulados necesitan {name}: instale el extra «sim» (pip install palpate-app[sim])</translation>
    </message>
    <message>
        <source>it fails with {error}</source>
        <extracomment>device/drivers/claims.py</extracomment>
        <translation>falla con {error}</translation>
    </message>
    <message>
        <source>the disk is full: free some space</source>
        <extracomment>session/record.py</extracomment>
        <translation>el disco está lleno: libere espacio</translation>
    </message>
    <message>
        <source>the clock of this computer stands before the newest record ({newest:%Y-%m-%d %H:%M} UTC): set it right, or this record will be sorted before that one</source>
        <extracomment>session/records.py</extracomment>
        <translation>el reloj de este ordenador va por detrás del registro más reciente ({newest:%Y-%m-%d %H:%M} UTC): póngalo en hora, o este registro se ordenará antes que aquel</translation>
    </message>
    <message>
        <source>the record was recovered: {kept} payloads kept; a payload with a wrong byte may be among them, {lost} lost</source>
        <extracomment>session/recovered.py</extracomment>
        <translation>el registro se recuperó: {kept} paquetes conservados, entre ellos quizá alguno con un byte erróneo; {lost} perdidos</translation>
    </message>
    <message>
        <source>an unknown number of</source>
        <extracomment>session/recovered.py</extracomment>
        <translation>un número desconocido de ellos</translation>
    </message>
    <message>
        <source>the record was recovered: {kept} payloads kept, {lost} lost</source>
        <extracomment>session/recovered.py</extracomment>
        <translation>el registro se recuperó: {kept} paquetes conservados, {lost} perdidos</translation>
    </message>
    <message>
        <source>the run was not recorded ({reason}): try again, or choose another place</source>
        <extracomment>session/rehearsal.py</extracomment>
        <translation>la sesión no se registró ({reason}): inténtelo de nuevo o elija otra ubicación</translation>
    </message>
    <message>
        <source>the simulated tool does not start: choose another scenario</source>
        <extracomment>session/rehearsal.py</extracomment>
        <translation>el aparato simulado no arranca: elija otro escenario</translation>
    </message>
    <message>
        <source>patient</source>
        <extracomment>session/said.py</extracomment>
        <translation>cliente</translation>
    </message>
    <message>
        <source>therapist</source>
        <extracomment>session/said.py</extracomment>
        <translation>terapeuta</translation>
    </message>
    <message>
        <source>the treatment was ended</source>
        <extracomment>session/said.py</extracomment>
        <translation>se terminó el tratamiento</translation>
    </message>
    <message>
        <source>nobody is pressed before somebody says that the tool is at its place</source>
        <extracomment>session/said.py</extracomment>
        <translation>no se presiona a nadie hasta que alguien diga que el aparato está en su lugar</translation>
    </message>
    <message>
        <source>the tool is at its place</source>
        <extracomment>session/said.py</extracomment>
        <translation>el aparato está en su lugar</translation>
    </message>
    <message>
        <source>this place was left out</source>
        <extracomment>session/said.py</extracomment>
        <translation>este lugar se omitió</translation>
    </message>
    <message>
        <source>a new zero was asked for</source>
        <extracomment>session/said.py</extracomment>
        <translation>se pidió un nuevo cero</translation>
    </message>
    <message>
        <source>the newest zero was taken back</source>
        <extracomment>session/said.py</extracomment>
        <translation>se retiró el cero más reciente</translation>
    </message>
    <message>
        <source>a step up was asked for</source>
        <extracomment>session/said.py</extracomment>
        <translation>se pidió un escalón más</translation>
    </message>
    <message>
        <source>nobody is pressed before the tool was looked at</source>
        <extracomment>session/said.py</extracomment>
        <translation>no se presiona a nadie hasta que se haya comprobado el aparato</translation>
    </message>
    <message>
        <source>the tool was looked at and is fit</source>
        <extracomment>session/said.py</extracomment>
        <translation>el aparato se comprobó y está en condiciones</translation>
    </message>
    <message>
        <source>pain {nrs} of 10, entered by the {by}, recalled</source>
        <extracomment>session/said.py</extracomment>
        <translation>dolor {nrs} de 10, recordado, anotado por: {by}</translation>
    </message>
    <message>
        <source>go on after a stop: {reason}</source>
        <extracomment>session/said.py</extracomment>
        <translation>se sigue después de un STOP: {reason}</translation>
    </message>
    <message>
        <source>now it begins to hurt, entered by the {by}</source>
        <extracomment>session/said.py</extracomment>
        <translation>ahora empieza a doler, anotado por: {by}</translation>
    </message>
    <message>
        <source>this is the last hold of the plan</source>
        <extracomment>session/stepping.py</extracomment>
        <translation>esta es la última presión del plan</translation>
    </message>
    <message>
        <source>the client has not said in this hold, after 20 s in the band, that the pain is gone</source>
        <extracomment>session/stepping.py</extracomment>
        <translation>el cliente no ha dicho en esta presión, tras 20 s en la banda, que el dolor haya desaparecido</translation>
    </message>
    <message>
        <source>the client has not said in this hold, after 20 s in the band, that the pain has halved</source>
        <extracomment>session/stepping.py</extracomment>
        <translation>el cliente no ha dicho en esta presión, tras 20 s en la banda, que el dolor haya bajado a la mitad</translation>
    </message>
    <message>
        <source>this plan has none</source>
        <extracomment>session/stepping.py</extracomment>
        <translation>este plan no tiene</translation>
    </message>
    <message>
        <source>the client has not said in this hold that the pain is below {below_nrs}</source>
        <extracomment>session/stepping.py</extracomment>
        <translation>el cliente no ha dicho en esta presión que el dolor esté por debajo de {below_nrs}</translation>
    </message>
    <message>
        <source>after a STOP nothing rises: first say why it was pressed</source>
        <extracomment>session/stepping.py</extracomment>
        <translation>después de un STOP nada sube: diga primero por qué se pulsó</translation>
    </message>
    <message>
        <source>the hold ended because {why}</source>
        <extracomment>session/stepping.py</extracomment>
        <translation>la presión terminó: {why}</translation>
    </message>
    <message>
        <source>all steps of this plan are taken</source>
        <extracomment>session/stepping.py</extracomment>
        <translation>todos los escalones de este plan están dados</translation>
    </message>
    <message>
        <source>{most_n:.1f} N is the most here, {why}</source>
        <extracomment>session/stepping.py</extracomment>
        <translation>{most_n:.1f} N es aquí lo máximo, {why}</translation>
    </message>
    <message>
        <source>the pain is {nrs}, below {below_nrs}</source>
        <extracomment>session/stepping.py</extracomment>
        <translation>el dolor es {nrs}, por debajo de {below_nrs}</translation>
    </message>
    <message>
        <source>Guidance ended with an internal fault; what was recorded is kept.</source>
        <extracomment>session/summary.py</extracomment>
        <translation>La guía terminó por un fallo interno; lo registrado se conserva.</translation>
    </message>
    <message>
        <source>The link ended before the treatment was complete.</source>
        <extracomment>session/summary.py</extracomment>
        <translation>La conexión terminó antes de que el tratamiento estuviera completo.</translation>
    </message>
    <message>
        <source>Zero measured: {zero_n} N from the factory&apos;s zero.</source>
        <extracomment>session/tare.py</extracomment>
        <translation>Cero medido: a {zero_n} N del de fábrica.</translation>
    </message>
    <message>
        <source>Zero refused: {reason}</source>
        <extracomment>session/tare.py</extracomment>
        <translation>Cero rechazado: {reason}</translation>
    </message>
    <message>
        <source>The last zero is taken back: the one before it holds from now on.</source>
        <extracomment>session/tare.py</extracomment>
        <translation>El último cero se ha retirado: desde ahora vale el anterior.</translation>
    </message>
    <message>
        <source>the tool reads {mean_n} N, too much for a zero. Take it off the skin; if it reads so in the air, have it calibrated.</source>
        <extracomment>session/tare.py</extracomment>
        <translation>el aparato marca {mean_n} N, demasiado para un cero. Sepárelo de la piel; si marca eso también en el aire, hágalo calibrar.</translation>
    </message>
    <message>
        <source>the force varies by {noise_n:.1f} N, the tool is moving. Lay it down or hold it still.</source>
        <extracomment>session/tare.py</extracomment>
        <translation>la fuerza varía en {noise_n:.1f} N, el aparato se mueve. Déjelo apoyado o manténgalo quieto.</translation>
    </message>
    <message>
        <source>the sensor is at the end of its range. Take the load off.</source>
        <extracomment>session/tare.py</extracomment>
        <translation>el sensor está al final de su rango. Quite la carga.</translation>
    </message>
    <message>
        <source>the sensor does not work. Do not use this tool.</source>
        <extracomment>session/tare.py</extracomment>
        <translation>el sensor no funciona. No use este aparato.</translation>
    </message>
    <message>
        <source>the tool is not ready for it. Wait a moment and try again.</source>
        <extracomment>session/tare.py</extracomment>
        <translation>el aparato no está listo para ello. Espere un momento e inténtelo de nuevo.</translation>
    </message>
    <message>
        <source>the tool answered {result}. Switch it off and on, then try again.</source>
        <extracomment>session/tare.py</extracomment>
        <translation>el aparato respondió {result}. Apáguelo y enciéndalo, e inténtelo de nuevo.</translation>
    </message>
    <message>
        <source>The pressure will rise slowly. Press the button at the very moment when it begins to hurt.</source>
        <extracomment>session/threshold.py</extracomment>
        <translation>La presión aumentará despacio. Pulse el botón en el momento exacto en que empiece a doler.</translation>
    </message>
    <message>
        <source>the ramp would end at {end_n:g} N, the limit is {limit_n:g} N ({why}): lower its end</source>
        <extracomment>session/threshold.py</extracomment>
        <translation>la subida terminaría a {end_n:g} N, el límite es {limit_n:g} N ({why}): baje su final</translation>
    </message>
    <message>
        <source>the stimulus reaches {high_n:.1f} N, the limit is {limit_n:g} N ({why}): take a smaller tip or leave the test out</source>
        <extracomment>session/threshold.py</extracomment>
        <translation>la presión de prueba llega a {high_n:.1f} N, el límite es {limit_n:g} N ({why}): tome una punta más pequeña u omita la prueba</translation>
    </message>
    <message>
        <source>All readings are done.</source>
        <extracomment>session/threshold_guide.py</extracomment>
        <translation>Todas las medidas están hechas.</translation>
    </message>
    <message>
        <source>Ended after {ramps} ramps: {valid} of {readings} readings count.</source>
        <extracomment>session/threshold_guide.py</extracomment>
        <translation>Terminado tras {ramps} subidas: cuentan {valid} de {readings} medidas.</translation>
    </message>
    <message>
        <source>Ended before it was complete.</source>
        <extracomment>session/guide.py</extracomment>
        <translation>Terminado antes de estar completo.</translation>
    </message>
    <message>
        <source>The link ended before it was complete.</source>
        <extracomment>session/threshold_run.py</extracomment>
        <translation>La conexión terminó antes de estar completo.</translation>
    </message>
    <message>
        <source>the tool does not start sampling: switch it off and on again</source>
        <extracomment>session/threshold_run.py</extracomment>
        <translation>el aparato no empieza a medir: apáguelo y vuelva a encenderlo</translation>
    </message>
    <message>
        <source>the tool does not say how it is set</source>
        <extracomment>session/tool_care.py</extracomment>
        <translation>el aparato no dice cómo está ajustado</translation>
    </message>
    <message>
        <source>switch it off and on, then try again</source>
        <extracomment>session/tool_care.py</extracomment>
        <translation>apáguelo y vuelva a encenderlo, y después inténtelo de nuevo</translation>
    </message>
    <message>
        <source>its firmware does not know this: update it</source>
        <extracomment>session/tool_care.py</extracomment>
        <translation>su firmware no lo conoce: actualícelo</translation>
    </message>
    <message>
        <source>it does not take this value: choose another one</source>
        <extracomment>session/tool_care.py</extracomment>
        <translation>no acepta este valor: elija otro</translation>
    </message>
    <message>
        <source>it is busy: try again in a moment</source>
        <extracomment>session/tool_care.py</extracomment>
        <translation>está ocupado: inténtelo de nuevo en un momento</translation>
    </message>
    <message>
        <source>it cannot do this now: end the treatment first</source>
        <extracomment>session/tool_care.py</extracomment>
        <translation>ahora no puede hacerlo: termine antes el tratamiento</translation>
    </message>
    <message>
        <source>the tool does not show itself</source>
        <extracomment>session/tool_care.py</extracomment>
        <translation>el aparato no se señala</translation>
    </message>
    <message>
        <source>the tool does not take this setting</source>
        <extracomment>session/tool_care.py</extracomment>
        <translation>el aparato no acepta este ajuste</translation>
    </message>
    <message>
        <source>the tool does not switch off</source>
        <extracomment>session/tool_care.py</extracomment>
        <translation>el aparato no se apaga</translation>
    </message>
    <message>
        <source>the tool hung up before it said what it is: switch it off and on</source>
        <extracomment>session/tool_care.py</extracomment>
        <translation>el aparato cortó la conexión antes de decir qué es: apáguelo y vuelva a encenderlo</translation>
    </message>
    <message>
        <source>{refusal} ({name}): {why}</source>
        <extracomment>session/tool_care.py</extracomment>
        <translation>{refusal} ({name}): {why}</translation>
    </message>
    <message>
        <source>The tool is asked to show itself.</source>
        <extracomment>session/tool_desk.py</extracomment>
        <translation>Se pide al aparato que se señale.</translation>
    </message>
    <message>
        <source>the tool shows itself now</source>
        <extracomment>session/tool_desk.py</extracomment>
        <translation>el aparato se señala ahora</translation>
    </message>
    <message>
        <source>Pairing: accept what the system asks. While its question has the keyboard, STOP with the button here or on the tool.</source>
        <extracomment>session/tool_desk.py</extracomment>
        <translation>Vinculación: acepte lo que pregunte el sistema. Mientras su pregunta tenga el teclado: STOP con el botón de aquí o del aparato.</translation>
    </message>
    <message>
        <source>the tool did not answer: try again</source>
        <extracomment>session/tool_desk.py</extracomment>
        <translation>el aparato no respondió: inténtelo de nuevo</translation>
    </message>
    <message>
        <source>that failed within the program: end the treatment and try “palpate tool settings”</source>
        <extracomment>session/tool_desk.py</extracomment>
        <translation>eso falló dentro del programa: termine el tratamiento y pruebe «palpate tool settings»</translation>
    </message>
    <message>
        <source>Not during contact: take the tool off the skin first.</source>
        <extracomment>session/tool_desk.py</extracomment>
        <translation>No durante el contacto: retire antes el aparato de la piel.</translation>
    </message>
    <message>
        <source>The tool is not connected: wait until it is.</source>
        <extracomment>session/tool_desk.py</extracomment>
        <translation>El aparato no está conectado: espere a que lo esté.</translation>
    </message>
    <message>
        <source>No fresh reading says that the tool is off the skin: wait for one.</source>
        <extracomment>session/tool_desk.py</extracomment>
        <translation>Ninguna lectura reciente dice que el aparato está fuera de la piel: espere una.</translation>
    </message>
    <message>
        <source>this computer is paired with {name}</source>
        <extracomment>session/tool_desk.py</extracomment>
        <translation>este ordenador está vinculado con {name}</translation>
    </message>
    <message>
        <source>{said}.</source>
        <extracomment>session/tool_desk.py</extracomment>
        <translation>{said}.</translation>
    </message>
    <message>
        <source>nothing to pair: {name} is simulated within this program</source>
        <extracomment>session/tool_desk.py</extracomment>
        <translation>nada que vincular: {name} está simulado dentro de este programa</translation>
    </message>
    <message>
        <source>this computer was paired with {name} already</source>
        <extracomment>session/tool_desk.py</extracomment>
        <translation>este ordenador ya estaba vinculado con {name}</translation>
    </message>
    <message>
        <source>no earlier zeros are at hand</source>
        <extracomment>session/tool_health.py</extracomment>
        <translation>no hay ceros anteriores a mano</translation>
    </message>
    <message>
        <source>the zero was not measured yet</source>
        <extracomment>session/tool_stream.py</extracomment>
        <translation>el cero aún no se ha medido</translation>
    </message>
    <message>
        <source>the tool restarted after its zero was measured</source>
        <extracomment>session/tool_stream.py</extracomment>
        <translation>el aparato se reinició después de medir su cero</translation>
    </message>
    <message>
        <source>another tip is on since the zero was measured</source>
        <extracomment>session/tool_stream.py</extracomment>
        <translation>desde que se midió el cero hay otra punta puesta</translation>
    </message>
    <message>
        <source>the tool was calibrated after its zero was measured</source>
        <extracomment>session/tool_stream.py</extracomment>
        <translation>el aparato se calibró después de medir su cero</translation>
    </message>
    <message>
        <source>the zero was taken back</source>
        <extracomment>session/tool_stream.py</extracomment>
        <translation>el cero se retiró</translation>
    </message>
    <message>
        <source>the zero is {zero_n:.1f} N away from the factory&apos;s, more than {most_n:.1f} N</source>
        <extracomment>session/tool_stream.py</extracomment>
        <translation>el cero está a {zero_n:.1f} N del de fábrica, más de {most_n:.1f} N</translation>
    </message>
    <message>
        <source>the tool does not start sampling ({result}): switch it off and on again</source>
        <extracomment>session/treatment.py</extracomment>
        <translation>el aparato no empieza a medir ({result}): apáguelo y vuelva a encenderlo</translation>
    </message>
    <message>
        <source>The tool still holds its stop: let its stop button come up, then go on.</source>
        <extracomment>session/treatment.py</extracomment>
        <translation>El aparato aún mantiene su STOP: suelte su botón de STOP y siga después.</translation>
    </message>
    <message>
        <source>NOT RECORDED: {reason}</source>
        <extracomment>session/view.py</extracomment>
        <translation>NO SE GRABA: {reason}</translation>
    </message>
    <message>
        <source>The disk is slow: what came in the last seconds is not safe from a loss of power yet</source>
        <extracomment>session/view.py</extracomment>
        <translation>El disco es lento: lo llegado en los últimos segundos se perdería aún si faltara la corriente</translation>
    </message>
    <message>
        <source>There is no earlier zero to go back to.</source>
        <extracomment>session/zero_card.py</extracomment>
        <translation>No hay un cero anterior al que volver.</translation>
    </message>
    <message>
        <source>The zero that holds is not to be trusted: measure it again.</source>
        <extracomment>session/zero_card.py</extracomment>
        <translation>El cero vigente no es fiable: mídalo de nuevo.</translation>
    </message>
    <message>
        <source>the tool was not at rest lately</source>
        <extracomment>session/zero_check.py</extracomment>
        <translation>el aparato no ha estado en reposo últimamente</translation>
    </message>
    <message>
        <source>The tool reads {force_n} N at rest: take it off the skin and have its zero measured again in this rest.</source>
        <extracomment>session/zero_check.py</extracomment>
        <translation>El aparato marca {force_n} N en reposo: sepárelo de la piel y haga medir de nuevo su cero en esta pausa.</translation>
    </message>
    <message>
        <source>it takes three zeros on different days</source>
        <extracomment>session/zero_ledger.py</extracomment>
        <translation>hacen falta tres ceros en días distintos</translation>
    </message>
    <message>
        <source>the zero could not be noted in {path} ({why}): make room there</source>
        <extracomment>session/zero_ledger.py</extracomment>
        <translation>el cero no se pudo anotar en {path} ({why}): haga sitio allí</translation>
    </message>
    <message>
        <source>the zeros in {path} cannot be read ({why}): look at its permissions</source>
        <extracomment>session/zero_ledger.py</extracomment>
        <translation>los ceros de {path} no se pueden leer ({why}): revise sus permisos</translation>
    </message>
    <message>
        <source>The tool does not answer; trying again. If it stays so, switch it off and on.</source>
        <extracomment>session/zero_measuring.py</extracomment>
        <translation>El aparato no responde; se intenta de nuevo. Si sigue así, apáguelo y enciéndalo.</translation>
    </message>
    <message>
        <source>Zero refused: a hold is on, and a tool on the skin has no zero. Let go, then take it off the skin.</source>
        <extracomment>session/zero_measuring.py</extracomment>
        <translation>Cero rechazado: hay una presión en curso, y un aparato sobre la piel no tiene cero. Suelte y sepárelo después de la piel.</translation>
    </message>
    <message>
        <source>Zero refused: {reason}. Have the tool calibrated.</source>
        <extracomment>session/zero_measuring.py</extracomment>
        <translation>Cero rechazado: {reason}. Haga calibrar el aparato.</translation>
    </message>
    <message>
        <source>{reason}: keep the tool off the skin until it is measured again.</source>
        <extracomment>session/zero_measuring.py</extracomment>
        <translation>{reason}: mantenga el aparato separado de la piel hasta que se mida de nuevo.</translation>
    </message>
    <message>
        <source>the ledger of the tool&apos;s zeros cannot be used</source>
        <extracomment>session/zero_measuring.py</extracomment>
        <translation>la lista de ceros del aparato no se puede usar</translation>
    </message>
    <message>
        <source>{region}: {why}</source>
        <extracomment>clinic/bodymap/standing.py</extracomment>
        <translation>{region}: {why}</translation>
    </message>
    <message>
        <source>the clinic</source>
        <extracomment>clinic/cases/kept.py</extracomment>
        <translation>la clínica</translation>
    </message>
    <message>
        <source>{site} is blocked: choose another site</source>
        <extracomment>clinic/entries/places.py</extracomment>
        <translation>{site} está bloqueado: elija otro lugar</translation>
    </message>
    <message>
        <source>{at}there is no such key: take it out, or look at its spelling in docs/knowledge.md</source>
        <extracomment>clinic/mistakes.py</extracomment>
        <translation>{at}esa clave no existe: quítela o consulte cómo se escribe en docs/knowledge.md</translation>
    </message>
    <message>
        <source>{at}this key is missing</source>
        <extracomment>clinic/mistakes.py</extracomment>
        <translation>{at}falta esta clave</translation>
    </message>
    <message>
        <source>{at}{said}, and it is {value}</source>
        <extracomment>clinic/mistakes.py</extracomment>
        <translation>{at}{said}, y es {value}</translation>
    </message>
    <message>
        <source>the plan presses this point for {pressed_s:g} s, and {left_s:g} s are left in this visit: take fewer or shorter holds</source>
        <extracomment>clinic/plans/build.py</extracomment>
        <translation>el plan presiona este punto durante {pressed_s:g} s, y en esta visita quedan {left_s:g} s: tome menos presiones o más cortas</translation>
    </message>
    <message>
        <source>the target of {target_n:.1f} N is above the last visit&apos;s {last_n:.1f} N: confirm it, or lower it</source>
        <extracomment>clinic/plans/build.py</extracomment>
        <translation>el objetivo de {target_n:.1f} N está por encima de los {last_n:.1f} N de la última visita: confírmelo o bájelo</translation>
    </message>
    <message>
        <source>this cap is for a {use}, not for a plan: ask for that of a treatment</source>
        <extracomment>clinic/plans/build.py</extracomment>
        <translation>este límite es para «{use}» y no para un plan: pida el de un tratamiento</translation>
    </message>
    <message>
        <source>“{plan}” is for bench and simulator: take another plan</source>
        <extracomment>clinic/plans/build.py</extracomment>
        <translation>«{plan}» es para el banco de pruebas y el simulador: tome otro plan</translation>
    </message>
    <message>
        <source>“{plan}” is not offered to a client with a lowered cap: take another plan</source>
        <extracomment>clinic/plans/build.py</extracomment>
        <translation>«{plan}» no se ofrece a un cliente con un límite rebajado: tome otro plan</translation>
    </message>
    <message>
        <source>“{plan}” has to be acknowledged first: {evidence}</source>
        <extracomment>clinic/plans/build.py</extracomment>
        <translation>«{plan}» requiere antes su confirmación: {evidence}</translation>
    </message>
    <message>
        <source>target lowered from {meant_n:.1f} N to {target_n:.1f} N: {why}</source>
        <extracomment>clinic/plans/build.py</extracomment>
        <translation>objetivo bajado de {meant_n:.1f} N a {target_n:.1f} N: {why}</translation>
    </message>
    <message>
        <source>holds shortened from {before_s:g} s to {now_s:g} s: {why}</source>
        <extracomment>clinic/plans/build.py</extracomment>
        <translation>presiones acortadas de {before_s:g} s a {now_s:g} s: {why}</translation>
    </message>
    <message>
        <source>{count} of {all} holds: the time at this point is limited</source>
        <extracomment>clinic/plans/build.py</extracomment>
        <translation>{count} de {all} presiones: el tiempo en este punto es limitado</translation>
    </message>
    <message>
        <source>rests lengthened from {before_s:g} s to {now_s:g} s</source>
        <extracomment>clinic/plans/build.py</extracomment>
        <translation>pausas alargadas de {before_s:g} s a {now_s:g} s</translation>
    </message>
    <message>
        <source>The pressure will rise slowly. Press the button as soon as the pain is 3 of 10.</source>
        <extracomment>clinic/plans/measuring.py</extracomment>
        <translation>La presión aumentará despacio. Pulse el botón en cuanto el dolor sea 3 de 10.</translation>
    </message>
    <message>
        <source>The pressure will rise slowly. Press the button when you want no more, at 7 of 10 at the latest.</source>
        <extracomment>clinic/plans/measuring.py</extracomment>
        <translation>La presión aumentará despacio. Pulse el botón cuando no quiera más, como muy tarde con 7 de 10.</translation>
    </message>
    <message>
        <source>the fixed probe is above the limit of {force_n:.1f} N ({why}): leave it out</source>
        <extracomment>clinic/plans/measuring.py</extracomment>
        <translation>la presión de prueba fija está por encima del límite de {force_n:.1f} N ({why}): omítala</translation>
    </message>
    <message>
        <source>this cap is not for a measurement: ask for that of a threshold or a tolerance</source>
        <extracomment>clinic/plans/measuring.py</extracomment>
        <translation>este límite no es para una medición: pida el de un umbral o el de una tolerancia</translation>
    </message>
    <message>
        <source>this cap is not for a fixed probe: ask for that of one</source>
        <extracomment>clinic/plans/measuring.py</extracomment>
        <translation>este límite no es para una presión de prueba fija: pida el de una</translation>
    </message>
    <message>
        <source>nothing can be measured under a cap of {force_n:.1f} N: leave it out</source>
        <extracomment>clinic/plans/measuring.py</extracomment>
        <translation>por debajo de un límite de {force_n:.1f} N no se puede medir nada: omítalo</translation>
    </message>
    <message>
        <source>{kpa:.0f} kPa for {hold_s:g} s, then the pain is asked for.</source>
        <extracomment>clinic/plans/measuring.py</extracomment>
        <translation>{kpa:.0f} kPa durante {hold_s:g} s, luego se pregunta por el dolor.</translation>
    </message>
    <message>
        <source>{share:g} × the threshold</source>
        <extracomment>clinic/plans/rises.py</extracomment>
        <translation>{share:g} × el umbral</translation>
    </message>
    <message>
        <source>a target is above 0 N: give another one, or end the treatment</source>
        <extracomment>clinic/plans/steps.py</extracomment>
        <translation>un objetivo está por encima de 0 N: indique otro o termine el tratamiento</translation>
    </message>
    <message>
        <source>{target_n:.1f} N is above the limit: {why}</source>
        <extracomment>clinic/plans/steps.py</extracomment>
        <translation>{target_n:.1f} N está por encima del límite: {why}</translation>
    </message>
    <message>
        <source>a fixed force needs a pain threshold of this visit, point and tip: measure it, or take a plan led by pain</source>
        <extracomment>clinic/plans/targets.py</extracomment>
        <translation>una fuerza fija necesita un umbral de dolor de esta visita, de este punto y con esta punta: mídalo o tome un plan guiado por el dolor</translation>
    </message>
    <message>
        <source>this target is a share of the pain threshold, and there is none of this visit, point and tip that may be used: measure it, or take another plan</source>
        <extracomment>clinic/plans/targets.py</extracomment>
        <translation>este objetivo es una proporción del umbral de dolor, y no hay ninguno de esta visita, de este punto y con esta punta que se pueda usar: mídalo o tome otro plan</translation>
    </message>
    <message>
        <source>nobody feels pain on the bench: take a plan in newtons</source>
        <extracomment>clinic/plans/targets.py</extracomment>
        <translation>en el banco de pruebas nadie siente dolor: tome un plan en newtons</translation>
    </message>
    <message>
        <source>reports of pain cannot be relied on here: take a plan with a fixed pressure under the cap</source>
        <extracomment>clinic/plans/targets.py</extracomment>
        <translation>aquí no es fiable lo que se dice del dolor: tome un plan con una presión fija por debajo del límite</translation>
    </message>
    <message>
        <source>without a pain threshold of this visit, point and tip a plan is led to pain {nrs} at most: measure it, or take another plan</source>
        <extracomment>clinic/plans/targets.py</extracomment>
        <translation>sin un umbral de dolor de esta visita, de este punto y con esta punta, un plan llega como máximo hasta un dolor {nrs}: mídalo o tome otro plan</translation>
    </message>
    <message>
        <source>for this client a hold stops from pain {nrs} on: take another plan</source>
        <extracomment>clinic/plans/targets.py</extracomment>
        <translation>con este cliente una presión se detiene a partir de un dolor {nrs}: tome otro plan</translation>
    </message>
    <message>
        <source>a pressure needs a tip of known area: on the bench take a plan in newtons</source>
        <extracomment>clinic/plans/targets.py</extracomment>
        <translation>una presión necesita una punta de área conocida: en el banco de pruebas tome un plan en newtons</translation>
    </message>
    <message>
        <source>one point stands twice in the plan: put its holds together</source>
        <extracomment>clinic/plans/visit.py</extracomment>
        <translation>un punto está dos veces en el plan: junte sus presiones</translation>
    </message>
    <message>
        <source>the plan takes {takes_min:.0f} min and the appointment has {appointment_min:g}: leave points out</source>
        <extracomment>clinic/plans/visit.py</extracomment>
        <translation>el plan dura {takes_min:.0f} min y la cita tiene {appointment_min:g}: omita puntos</translation>
    </message>
    <message>
        <source>before: {why}</source>
        <extracomment>clinic/review/compare.py</extracomment>
        <translation>antes: {why}</translation>
    </message>
    <message>
        <source>after: {why}</source>
        <extracomment>clinic/review/compare.py</extracomment>
        <translation>después: {why}</translation>
    </message>
    <message>
        <source>Length</source>
        <extracomment>clinic/review/metrics.py</extracomment>
        <translation>Duración</translation>
    </message>
    <message>
        <source>From the first reading of the contact to the last.</source>
        <extracomment>clinic/review/metrics.py</extracomment>
        <translation>De la primera lectura del contacto a la última.</translation>
    </message>
    <message>
        <source>Mean pressure</source>
        <extracomment>clinic/review/metrics.py</extracomment>
        <translation>Presión media</translation>
    </message>
    <message>
        <source>Mean force over the area of the tip; gaps are left out.</source>
        <extracomment>clinic/review/metrics.py</extracomment>
        <translation>Fuerza media entre el área de la punta; los huecos no cuentan.</translation>
    </message>
    <message>
        <source>Mean force</source>
        <extracomment>clinic/review/metrics.py</extracomment>
        <translation>Fuerza media</translation>
    </message>
    <message>
        <source>Impulse over the time with readings; gaps are left out.</source>
        <extracomment>clinic/review/metrics.py</extracomment>
        <translation>Impulso entre el tiempo con lecturas; los huecos no cuentan.</translation>
    </message>
    <message>
        <source>Middle force</source>
        <extracomment>clinic/review/metrics.py</extracomment>
        <translation>Mediana de la fuerza</translation>
    </message>
    <message>
        <source>Half of the readings lie above it; short peaks do not move it.</source>
        <extracomment>clinic/review/metrics.py</extracomment>
        <translation>La mitad de las lecturas queda por encima; los picos breves no la cambian.</translation>
    </message>
    <message>
        <source>Peak</source>
        <extracomment>clinic/review/metrics.py</extracomment>
        <translation>Máximo</translation>
    </message>
    <message>
        <source>The highest reading; where the sensor was at its end, the truth was higher.</source>
        <extracomment>clinic/review/metrics.py</extracomment>
        <translation>La lectura más alta; donde el sensor llegó a su extremo, la real era mayor.</translation>
    </message>
    <message>
        <source>Time in band</source>
        <extracomment>clinic/review/metrics.py</extracomment>
        <translation>Tiempo en banda</translation>
    </message>
    <message>
        <source>Time within the target ± its tolerance. This is what a plan counts.</source>
        <extracomment>clinic/review/metrics.py</extracomment>
        <translation>Tiempo dentro del objetivo ± su tolerancia. Es lo que cuenta un plan.</translation>
    </message>
    <message>
        <source>Longest in band</source>
        <extracomment>clinic/review/metrics.py</extracomment>
        <translation>Más tiempo en banda</translation>
    </message>
    <message>
        <source>The longest time in the band without leaving it.</source>
        <extracomment>clinic/review/metrics.py</extracomment>
        <translation>El mayor tiempo en la banda sin salir de ella.</translation>
    </message>
    <message>
        <source>Dose</source>
        <extracomment>clinic/review/metrics.py</extracomment>
        <translation>Dosis</translation>
    </message>
    <message>
        <source>Pressure times time, summed; nothing is added where readings are missing.</source>
        <extracomment>clinic/review/metrics.py</extracomment>
        <translation>Presión por tiempo, sumada; donde faltan lecturas no se añade nada.</translation>
    </message>
    <message>
        <source>Dose, at least</source>
        <extracomment>clinic/review/metrics.py</extracomment>
        <translation>Dosis, al menos</translation>
    </message>
    <message>
        <source>The dose if nothing was pressed where readings are missing.</source>
        <extracomment>clinic/review/metrics.py</extracomment>
        <translation>La dosis si no se presionó nada donde faltan lecturas.</translation>
    </message>
    <message>
        <source>Dose, at most</source>
        <extracomment>clinic/review/metrics.py</extracomment>
        <translation>Dosis, como máximo</translation>
    </message>
    <message>
        <source>The dose if each gap hid as much as a fast hand can press.</source>
        <extracomment>clinic/review/metrics.py</extracomment>
        <translation>La dosis si cada hueco ocultó todo lo que puede presionar una mano rápida.</translation>
    </message>
    <message>
        <source>Dose in thresholds</source>
        <extracomment>clinic/review/metrics.py</extracomment>
        <translation>Dosis en umbrales</translation>
    </message>
    <message>
        <source>Seconds at the pain threshold that give the same dose; no trial used it.</source>
        <extracomment>clinic/review/metrics.py</extracomment>
        <translation>Segundos en el umbral de dolor que dan la misma dosis; ningún ensayo la usó.</translation>
    </message>
    <message>
        <source>Impulse</source>
        <extracomment>clinic/review/metrics.py</extracomment>
        <translation>Impulso</translation>
    </message>
    <message>
        <source>Force times time, summed: the dose without the area of the tip.</source>
        <extracomment>clinic/review/metrics.py</extracomment>
        <translation>Fuerza por tiempo, sumada: la dosis sin el área de la punta.</translation>
    </message>
    <message>
        <source>Without readings</source>
        <extracomment>clinic/review/metrics.py</extracomment>
        <translation>Sin lecturas</translation>
    </message>
    <message>
        <source>Time inside the hold of which nothing is known.</source>
        <extracomment>clinic/review/metrics.py</extracomment>
        <translation>Tiempo de la presión del que no se sabe nada.</translation>
    </message>
    <message>
        <source>Short let-goes</source>
        <extracomment>clinic/review/metrics.py</extracomment>
        <translation>Soltadas breves</translation>
    </message>
    <message>
        <source>Let-goes inside the hold that were too short to end it.</source>
        <extracomment>clinic/review/metrics.py</extracomment>
        <translation>Veces que se soltó durante la presión, demasiado breves para terminarla.</translation>
    </message>
    <message>
        <source>Distance from target</source>
        <extracomment>clinic/review/metrics.py</extracomment>
        <translation>Distancia al objetivo</translation>
    </message>
    <message>
        <source>Typical distance of the settled force from the target; its parts follow.</source>
        <extracomment>clinic/review/metrics.py</extracomment>
        <translation>Distancia típica de la fuerza estable al objetivo; siguen sus partes.</translation>
    </message>
    <message>
        <source>Offset from target</source>
        <extracomment>clinic/review/metrics.py</extracomment>
        <translation>Desvío del objetivo</translation>
    </message>
    <message>
        <source>How far the settled force lay above (+) or below (−) the target on average.</source>
        <extracomment>clinic/review/metrics.py</extracomment>
        <translation>Cuánto quedó de media la fuerza estable por encima (+) o por debajo (−) del objetivo.</translation>
    </message>
    <message>
        <source>Part of it: drift</source>
        <extracomment>clinic/review/metrics.py</extracomment>
        <translation>De ello: deriva</translation>
    </message>
    <message>
        <source>How much of the distance comes from a force that rose or fell steadily.</source>
        <extracomment>clinic/review/metrics.py</extracomment>
        <translation>Qué parte de la distancia viene de una fuerza que subía o bajaba de forma continua.</translation>
    </message>
    <message>
        <source>Part of it: wavering</source>
        <extracomment>clinic/review/metrics.py</extracomment>
        <translation>De ello: oscilación</translation>
    </message>
    <message>
        <source>How much of the distance comes from a hand that wavered.</source>
        <extracomment>clinic/review/metrics.py</extracomment>
        <translation>Qué parte de la distancia viene de una mano que oscilaba.</translation>
    </message>
    <message>
        <source>Steadiness (CV)</source>
        <extracomment>clinic/review/metrics.py</extracomment>
        <translation>Variación (CV)</translation>
    </message>
    <message>
        <source>Wavering as a share of the force; smaller is steadier.</source>
        <extracomment>clinic/review/metrics.py</extracomment>
        <translation>Oscilación como parte de la fuerza; menor es más estable.</translation>
    </message>
    <message>
        <source>Drift</source>
        <extracomment>clinic/review/metrics.py</extracomment>
        <translation>Deriva</translation>
    </message>
    <message>
        <source>Slope of the settled force. Tissue, hand and sensor cannot be told apart by it.</source>
        <extracomment>clinic/review/metrics.py</extracomment>
        <translation>Pendiente de la fuerza estable. Con ella no se distinguen tejido, mano y sensor.</translation>
    </message>
    <message>
        <source>Tremor</source>
        <extracomment>clinic/review/metrics.py</extracomment>
        <translation>Temblor</translation>
    </message>
    <message>
        <source>Wavering between 4 and 12 Hz, where a hand that presses trembles.</source>
        <extracomment>clinic/review/metrics.py</extracomment>
        <translation>Oscilación entre 4 y 12 Hz, donde tiembla una mano que presiona.</translation>
    </message>
    <message>
        <source>Rise</source>
        <extracomment>clinic/review/metrics.py</extracomment>
        <translation>Subida</translation>
    </message>
    <message>
        <source>How fast the force grew from a tenth to nine tenths of its level.</source>
        <extracomment>clinic/review/metrics.py</extracomment>
        <translation>Con qué rapidez creció la fuerza de un décimo a nueve décimos de su nivel.</translation>
    </message>
    <message>
        <source>Rise of pressure</source>
        <extracomment>clinic/review/metrics.py</extracomment>
        <translation>Subida de la presión</translation>
    </message>
    <message>
        <source>The rise over the area of the tip.</source>
        <extracomment>clinic/review/metrics.py</extracomment>
        <translation>La subida entre el área de la punta.</translation>
    </message>
    <message>
        <source>Distance from ramp</source>
        <extracomment>clinic/review/metrics.py</extracomment>
        <translation>Distancia a la velocidad</translation>
    </message>
    <message>
        <source>How far the rise lay from the prescribed rate.</source>
        <extracomment>clinic/review/metrics.py</extracomment>
        <translation>Cuánto se apartó la subida de la velocidad prescrita.</translation>
    </message>
    <message>
        <source>Overshoot</source>
        <extracomment>clinic/review/metrics.py</extracomment>
        <translation>Exceso</translation>
    </message>
    <message>
        <source>How far the peak went beyond the target; negative where it was not reached.</source>
        <extracomment>clinic/review/metrics.py</extracomment>
        <translation>Cuánto sobrepasó el máximo el objetivo; negativo donde no se alcanzó.</translation>
    </message>
    <message>
        <source>Fall within 30 s</source>
        <extracomment>clinic/review/metrics.py</extracomment>
        <translation>Caída en 30 s</translation>
    </message>
    <message>
        <source>How much less force after 30 s than at first. At constant force it says nothing.</source>
        <extracomment>clinic/review/metrics.py</extracomment>
        <translation>Cuánta menos fuerza a los 30 s que al principio. Con fuerza constante no dice nada.</translation>
    </message>
    <message>
        <source>Until the hand let go</source>
        <extracomment>clinic/review/metrics.py</extracomment>
        <translation>Hasta que la mano soltó</translation>
    </message>
    <message>
        <source>From the call to let go until the force began to fall; the link&apos;s delay is in it.</source>
        <extracomment>clinic/review/metrics.py</extracomment>
        <translation>Desde el aviso de soltar hasta que la fuerza empezó a caer; incluye el retardo de la conexión.</translation>
    </message>
    <message>
        <source>Let-go</source>
        <extracomment>clinic/review/metrics.py</extracomment>
        <translation>Soltar</translation>
    </message>
    <message>
        <source>How long the force fell from nine tenths to one tenth; slower is gentler.</source>
        <extracomment>clinic/review/metrics.py</extracomment>
        <translation>Cuánto tardó la fuerza en caer de nueve décimos a un décimo; más despacio es más suave.</translation>
    </message>
    <message>
        <source>Fall</source>
        <extracomment>clinic/review/metrics.py</extracomment>
        <translation>Caída</translation>
    </message>
    <message>
        <source>How fast the force fell.</source>
        <extracomment>clinic/review/metrics.py</extracomment>
        <translation>Con qué rapidez cayó la fuerza.</translation>
    </message>
    <message>
        <source>Force left</source>
        <extracomment>clinic/review/metrics.py</extracomment>
        <translation>Fuerza restante</translation>
    </message>
    <message>
        <source>What still pressed shortly after the end; an uneven zero shows here, too.</source>
        <extracomment>clinic/review/metrics.py</extracomment>
        <translation>Lo que aún presionaba poco después del final; también se ve aquí un cero irregular.</translation>
    </message>
    <message>
        <source>Touched again after</source>
        <extracomment>clinic/review/metrics.py</extracomment>
        <translation>Nuevo contacto tras</translation>
    </message>
    <message>
        <source>Within half a second of the end; a dash: it was not touched again.</source>
        <extracomment>clinic/review/metrics.py</extracomment>
        <translation>En el medio segundo después del final; un guion: no hubo otro contacto.</translation>
    </message>
    <message>
        <source>Above the limit</source>
        <extracomment>clinic/review/metrics.py</extracomment>
        <translation>Por encima del límite</translation>
    </message>
    <message>
        <source>Time above the limit of the plan.</source>
        <extracomment>clinic/review/metrics.py</extracomment>
        <translation>Tiempo por encima del límite del plan.</translation>
    </message>
    <message>
        <source>The highest force above the limit; a dash: it was never exceeded.</source>
        <extracomment>clinic/review/metrics.py</extracomment>
        <translation>La mayor fuerza por encima del límite; un guion: nunca se superó.</translation>
    </message>
    <message>
        <source>Peak above the limit</source>
        <extracomment>clinic/review/metrics.py</extracomment>
        <translation>Máximo sobre el límite</translation>
    </message>
    <message>
        <source>Impulse above the limit</source>
        <extracomment>clinic/review/metrics.py</extracomment>
        <translation>Impulso sobre el límite</translation>
    </message>
    <message>
        <source>The area between the force and the limit.</source>
        <extracomment>clinic/review/metrics.py</extracomment>
        <translation>El área entre la fuerza y el límite.</translation>
    </message>
    <message>
        <source>Dose above the limit</source>
        <extracomment>clinic/review/metrics.py</extracomment>
        <translation>Dosis sobre el límite</translation>
    </message>
    <message>
        <source>The same over the area of the tip.</source>
        <extracomment>clinic/review/metrics.py</extracomment>
        <translation>Lo mismo entre el área de la punta.</translation>
    </message>
    <message>
        <source>the treatment was ended early</source>
        <extracomment>clinic/review/reviewed.py</extracomment>
        <translation>el tratamiento se terminó antes de tiempo</translation>
    </message>
    <message>
        <source>the tissue became softer, as the therapist felt it</source>
        <extracomment>clinic/review/reviewed.py</extracomment>
        <translation>el tejido se ablandó, según notó el terapeuta</translation>
    </message>
    <message>
        <source>pain {nrs} of 10, entered by the {by}</source>
        <extracomment>session/said.py</extracomment>
        <translation>dolor {nrs} de 10, anotado por: {by}</translation>
    </message>
    <message>
        <source>pain {nrs} of 10, entered by the {by}, of the hold before</source>
        <extracomment>clinic/review/reviewed.py</extracomment>
        <translation>dolor {nrs} de 10 en la presión anterior, anotado por: {by}</translation>
    </message>
    <message>
        <source>“now it begins to hurt”, entered by the {by}</source>
        <extracomment>clinic/review/reviewed.py</extracomment>
        <translation>«ahora empieza a doler», anotado por: {by}</translation>
    </message>
    <message>
        <source>let go: {why}</source>
        <extracomment>clinic/review/reviewed.py</extracomment>
        <translation>soltar: {why}</translation>
    </message>
    <message>
        <source>STOP was pressed</source>
        <extracomment>session/said.py</extracomment>
        <translation>se pulsó STOP</translation>
    </message>
    <message>
        <source>reason of the STOP: {reason}</source>
        <extracomment>clinic/review/reviewed.py</extracomment>
        <translation>motivo del STOP: {reason}</translation>
    </message>
    <message>
        <source>there is no such adverse event: look at the list again</source>
        <extracomment>clinic/screening/adverse.py</extracomment>
        <translation>ese evento adverso no existe: vuelva a mirar la lista</translation>
    </message>
    <message>
        <source>the same adverse event stands here twice: take one of them out</source>
        <extracomment>clinic/screening/adverse.py</extracomment>
        <translation>el mismo evento adverso figura aquí dos veces: quite uno</translation>
    </message>
    <message>
        <source>{share:g} × PPT + {added_kpa:g} kPa</source>
        <extracomment>clinic/screening/bounds.py</extracomment>
        <translation>{share:g} × PPT + {added_kpa:g} kPa</translation>
    </message>
    <message>
        <source>{name}, × {share:g} for {findings} ({confidence})</source>
        <extracomment>clinic/screening/bounds.py</extracomment>
        <translation>{name}, × {share:g} por {findings} (confianza: {confidence})</translation>
    </message>
    <message>
        <source>{name} ({confidence})</source>
        <extracomment>clinic/screening/bounds.py</extracomment>
        <translation>{name} (confianza: {confidence})</translation>
    </message>
    <message>
        <source>{share:g} × PPT: {name} ({confidence})</source>
        <extracomment>clinic/screening/bounds.py</extracomment>
        <translation>{share:g} × PPT: {name} (confianza: {confidence})</translation>
    </message>
    <message>
        <source>{why}: {value:.4g} {unit}</source>
        <extracomment>clinic/screening/bounds.py</extracomment>
        <translation>{why}: {value:.4g} {unit}</translation>
    </message>
    <message>
        <source>{names}, {share:g} × PPT</source>
        <extracomment>clinic/screening/bounds.py</extracomment>
        <translation>{names}, {share:g} × PPT</translation>
    </message>
    <message>
        <source>time left at this point in this visit</source>
        <extracomment>clinic/screening/bounds.py</extracomment>
        <translation>tiempo que queda en este punto en esta visita</translation>
    </message>
    <message>
        <source>a fifth less than what was too painful today</source>
        <extracomment>clinic/screening/bounds.py</extracomment>
        <translation>una quinta parte menos de lo que hoy fue demasiado doloroso</translation>
    </message>
    <message>
        <source>longest hold of any plan</source>
        <extracomment>clinic/screening/bounds.py</extracomment>
        <translation>presión más larga de cualquier plan</translation>
    </message>
    <message>
        <source>highest force at such a site</source>
        <extracomment>clinic/screening/bounds.py</extracomment>
        <translation>fuerza máxima en un lugar así</translation>
    </message>
    <message>
        <source>tolerance of today</source>
        <extracomment>clinic/screening/bounds.py</extracomment>
        <translation>tolerancia de hoy</translation>
    </message>
    <message>
        <source>{name} is a trainee and clears nothing: ask a practitioner to do it</source>
        <extracomment>clinic/screening/clearance.py</extracomment>
        <translation>{name} está en formación y no autoriza nada: pídaselo a un profesional</translation>
    </message>
    <message>
        <source>the physician&apos;s clearance is dated after it was recorded: correct one of the dates</source>
        <extracomment>clinic/screening/clearance.py</extracomment>
        <translation>la autorización médica lleva una fecha posterior a su registro: corrija una de las dos fechas</translation>
    </message>
    <message>
        <source>what was done</source>
        <extracomment>clinic/screening/doses.py</extracomment>
        <translation>lo que se hizo</translation>
    </message>
    <message>
        <source>{path}: these are no doses of “palpate treat”: {why}</source>
        <extracomment>clinic/screening/doses.py</extracomment>
        <translation>{path}: estas no son dosis de «palpate treat»: {why}</translation>
    </message>
    <message>
        <source>bench and simulator only: half of the device&apos;s 120 N (assumed)</source>
        <extracomment>clinic/screening/effective.py</extracomment>
        <translation>solo banco de pruebas y simulador: la mitad de los 120 N del aparato (supuesto)</translation>
    </message>
    <message>
        <source>there is no site “{site}”: choose one of the map</source>
        <extracomment>clinic/screening/effective.py</extracomment>
        <translation>no existe el lugar «{site}»: elija uno del mapa</translation>
    </message>
    <message>
        <source>no place was named: choose site and side</source>
        <extracomment>clinic/screening/effective.py</extracomment>
        <translation>no se indicó ningún lugar: elija lugar y lado</translation>
    </message>
    <message>
        <source>the chart</source>
        <extracomment>clinic/screening/files.py</extracomment>
        <translation>la ficha</translation>
    </message>
    <message>
        <source>{path}: this is no chart of “palpate screen”: {why}</source>
        <extracomment>clinic/screening/files.py</extracomment>
        <translation>{path}: esta no es una ficha de «palpate screen»: {why}</translation>
    </message>
    <message>
        <source>{path}: {what} cannot be written ({why}): choose another place</source>
        <extracomment>clinic/screening/files.py</extracomment>
        <translation>{path}: no se puede escribir – {what} ({why}): elija otro sitio</translation>
    </message>
    <message>
        <source>{name} (unsure), cleared: {effect}. {advice}</source>
        <extracomment>clinic/screening/findings.py</extracomment>
        <translation>{name} (dudoso), autorizado: {effect}. {advice}</translation>
    </message>
    <message>
        <source>{name} (unsure): {effect}. {advice}</source>
        <extracomment>clinic/screening/findings.py</extracomment>
        <translation>{name} (dudoso): {effect}. {advice}</translation>
    </message>
    <message>
        <source>{name}, cleared: {effect}. {advice}</source>
        <extracomment>clinic/screening/findings.py</extracomment>
        <translation>{name}, autorizado: {effect}. {advice}</translation>
    </message>
    <message>
        <source>{name}: {effect}. {advice}</source>
        <extracomment>clinic/screening/findings.py</extracomment>
        <translation>{name}: {effect}. {advice}</translation>
    </message>
    <message>
        <source>Has anything changed since the last questionnaire: health, medicines, injuries, operations?</source>
        <extracomment>clinic/screening/questionnaire.py</extracomment>
        <translation>¿Ha cambiado algo desde el último cuestionario: salud, medicamentos, lesiones, operaciones?</translation>
    </message>
    <message>
        <source>this point was pressed for {pressed_s:.0f} s in this visit, and {most_s:g} s are the most: go on at another one, here not before {again}</source>
        <extracomment>clinic/screening/refusals.py</extracomment>
        <translation>este punto se presionó {pressed_s:.0f} s en esta visita, y {most_s:g} s es lo máximo: siga en otro, aquí no antes de {again}</translation>
    </message>
    <message>
        <source>this point was pressed for {pressed_s:.0f} s in this visit, and {most_s:g} s are the most: go on at another one</source>
        <extracomment>clinic/screening/refusals.py</extracomment>
        <translation>este punto se presionó {pressed_s:.0f} s en esta visita, y {most_s:g} s es lo máximo: siga en otro</translation>
    </message>
    <message>
        <source>{site}: nobody presses in this region ({region}: {why})</source>
        <extracomment>clinic/screening/refusals.py</extracomment>
        <translation>{site}: en esta región nadie presiona ({region}: {why})</translation>
    </message>
    <message>
        <source>the screening questions were not asked: ask them first (palpate screen)</source>
        <extracomment>clinic/screening/refusals.py</extracomment>
        <translation>no se hicieron las preguntas previas: hágalas primero (palpate screen)</translation>
    </message>
    <message>
        <source>the questions of “{clinic}” were asked, and its file is not here: name it with --own</source>
        <extracomment>clinic/screening/refusals.py</extracomment>
        <translation>se hicieron las preguntas de «{clinic}» y su archivo no está aquí: indíquelo con --own</translation>
    </message>
    <message>
        <source>the answers are older than {days:g} days: ask the questions again</source>
        <extracomment>clinic/screening/refusals.py</extracomment>
        <translation>las respuestas tienen más de {days:g} días: vuelva a hacer las preguntas</translation>
    </message>
    <message>
        <source>something changed since the questions were answered: ask them again</source>
        <extracomment>clinic/screening/refusals.py</extracomment>
        <translation>algo ha cambiado desde que se respondieron las preguntas: vuelva a hacerlas</translation>
    </message>
    <message>
        <source>nobody asked in this visit whether anything changed: ask the client</source>
        <extracomment>clinic/screening/refusals.py</extracomment>
        <translation>en esta visita nadie preguntó si ha cambiado algo: pregunte al cliente</translation>
    </message>
    <message>
        <source>there is no consent of this visit: explain what to expect, try the stop signal once, and record both</source>
        <extracomment>clinic/screening/refusals.py</extracomment>
        <translation>no hay consentimiento para esta visita: explique qué se puede esperar, pruebe una vez la señal de parada y anote ambas cosas</translation>
    </message>
    <message>
        <source>this point was treated less than {hours:g} h ago: not before {again}</source>
        <extracomment>clinic/screening/refusals.py</extracomment>
        <translation>este punto se trató hace menos de {hours:g} h: no antes de {again}</translation>
    </message>
    <message>
        <source>no pain threshold is measured with these findings: one reading at pain 3 of 10 instead</source>
        <extracomment>clinic/screening/refusals.py</extracomment>
        <translation>con estos hallazgos no se mide el umbral de dolor: en su lugar, una sola medida con dolor 3 de 10</translation>
    </message>
    <message>
        <source>reports of pain cannot be relied on: nothing is measured by them</source>
        <extracomment>clinic/screening/refusals.py</extracomment>
        <translation>lo que se dice del dolor no es fiable: no se mide nada a partir de ello</translation>
    </message>
    <message>
        <source>{use} is a share of the pain threshold of this visit, point and tip: measure it first</source>
        <extracomment>clinic/screening/refusals.py</extracomment>
        <translation>{use}: la presión es una parte del umbral de dolor de esta visita, punto y punta; mídalo primero</translation>
    </message>
    <message>
        <source>tolerance is not measured with these findings</source>
        <extracomment>clinic/screening/refusals.py</extracomment>
        <translation>con estos hallazgos no se mide la tolerancia</translation>
    </message>
    <message>
        <source>tolerance is not measured at sites called light</source>
        <extracomment>clinic/screening/refusals.py</extracomment>
        <translation>la tolerancia no se mide en los lugares indicados como «ligeros»</translation>
    </message>
    <message>
        <source>tolerance comes after the pain threshold: measure that first</source>
        <extracomment>clinic/screening/refusals.py</extracomment>
        <translation>la tolerancia va después del umbral de dolor: mida primero este</translation>
    </message>
    <message>
        <source>tolerance was measured in this visit: once is enough</source>
        <extracomment>clinic/screening/refusals.py</extracomment>
        <translation>la tolerancia ya se midió en esta visita: basta con una vez</translation>
    </message>
    <message>
        <source>{site}: no tool presses here</source>
        <extracomment>clinic/screening/refusals.py</extracomment>
        <translation>{site}: aquí no presiona ningún aparato</translation>
    </message>
    <message>
        <source>{finding}: {site} stays closed. {advice}</source>
        <extracomment>clinic/screening/refusals.py</extracomment>
        <translation>{finding}: {site} sigue cerrado. {advice}</translation>
    </message>
    <message>
        <source>a STOP of today has no reason yet: ask the client and record it</source>
        <extracomment>clinic/screening/refusals.py</extracomment>
        <translation>un STOP de hoy aún no tiene motivo: pregunte al cliente y anótelo</translation>
    </message>
    <message>
        <source>this session is closed since the client felt unwell: if it does not pass, call medical help</source>
        <extracomment>clinic/screening/refusals.py</extracomment>
        <translation>esta sesión está cerrada porque el cliente se encontró mal: si no se le pasa, llame a asistencia médica</translation>
    </message>
    <message>
        <source>this point is closed today after a sign of a nerve or vessel: tell a doctor if it stays</source>
        <extracomment>clinic/screening/refusals.py</extracomment>
        <translation>este punto está cerrado hoy tras un signo de un nervio o un vaso: consulte a un médico si persiste</translation>
    </message>
    <message>
        <source>nothing is taken out of a chart: look at it again, then add what is new</source>
        <extracomment>clinic/store/charts.py</extracomment>
        <translation>de una ficha no se quita nada: vuelva a mirarla y añada lo nuevo</translation>
    </message>
    <message>
        <source>{login} signs with the name and role of this account and no other: sign again</source>
        <extracomment>clinic/store/charts.py</extracomment>
        <translation>{login} firma con el nombre y la función de esta cuenta y no con otros: firme de nuevo</translation>
    </message>
    <message>
        <source>another program has the clinic open: close it there, then do it again</source>
        <extracomment>clinic/store/cipher.py</extracomment>
        <translation>otro programa tiene abierta la clínica: ciérrela allí e inténtelo de nuevo</translation>
    </message>
    <message>
        <source>{path}: the disk is full; nothing of this was kept: make room and do it again</source>
        <extracomment>clinic/store/cipher.py</extracomment>
        <translation>{path}: el disco está lleno; no se guardó nada de esto: haga sitio e inténtelo de nuevo</translation>
    </message>
    <message>
        <source>{path}: the disk refuses ({why}); nothing of this was kept: look at it and do it again</source>
        <extracomment>clinic/store/cipher.py</extracomment>
        <translation>{path}: el disco se niega ({why}); no se guardó nada de esto: compruébelo e inténtelo de nuevo</translation>
    </message>
    <message>
        <source>{path} is damaged ({why}); nothing was changed: restore a backup (palpate clinic restore)</source>
        <extracomment>clinic/store/cipher.py</extracomment>
        <translation>{path} está dañado ({why}); no se cambió nada: restaure una copia de seguridad (palpate clinic restore)</translation>
    </message>
    <message>
        <source>{path}: it cannot be written ({why}); what was there before is as it was: choose another place</source>
        <extracomment>clinic/store/disk.py</extracomment>
        <translation>{path}: no se puede escribir ({why}); lo que había antes sigue igual: elija otro sitio</translation>
    </message>
    <message>
        <source>{path}: the disk is full; what was there before is as it was: make room and do it again</source>
        <extracomment>clinic/store/disk.py</extracomment>
        <translation>{path}: el disco está lleno; lo que había antes sigue igual: haga sitio e inténtelo de nuevo</translation>
    </message>
    <message>
        <source>the record {record} is about another person: choose the right one</source>
        <extracomment>clinic/store/history.py</extracomment>
        <translation>el registro {record} es de otra persona: elija el correcto</translation>
    </message>
    <message>
        <source>there is no such visit of this person: look at the list again</source>
        <extracomment>clinic/store/history.py</extracomment>
        <translation>esta persona no tiene esa visita: vuelva a mirar la lista</translation>
    </message>
    <message>
        <source>the clinic is locked: unlock it (palpate clinic unlock)</source>
        <extracomment>clinic/store/opened.py</extracomment>
        <translation>la clínica está bloqueada: desbloquéela (palpate clinic unlock)</translation>
    </message>
    <message>
        <source>this account is closed: ask a practitioner to open it again</source>
        <extracomment>clinic/store/opened.py</extracomment>
        <translation>esta cuenta está cerrada: pida a un profesional que vuelva a abrirla</translation>
    </message>
    <message>
        <source>this {table} was changed or deleted meanwhile: look at it again, then change it</source>
        <extracomment>clinic/store/shelf.py</extracomment>
        <translation>«{table}» se cambió o se borró entretanto: vuelva a mirarlo y cámbielo después</translation>
    </message>
    <message>
        <source>this {table} cannot be kept: it is there already under this name, or what it belongs to is not</source>
        <extracomment>clinic/store/shelf.py</extracomment>
        <translation>no se pudo guardar «{table}»: ya existe con ese nombre, o no existe aquello a lo que pertenece</translation>
    </message>
    <message>
        <source>the guardian&apos;s consent and the child&apos;s assent, both recorded (palpate screen clear --guardian)</source>
        <extracomment>clinic/way/barred.py</extracomment>
        <translation>el consentimiento del representante legal y el asentimiento del menor, ambos registrados (palpate screen clear --guardian)</translation>
    </message>
    <message>
        <source>a physician&apos;s written clearance, recorded with its document and date (palpate screen clear)</source>
        <extracomment>clinic/way/barred.py</extracomment>
        <translation>la autorización escrita de un médico, registrada con su documento y su fecha (palpate screen clear)</translation>
    </message>
    <message>
        <source>a named practitioner, with a reason; or a physician&apos;s written clearance</source>
        <extracomment>clinic/way/barred.py</extracomment>
        <translation>un profesional con su nombre y un motivo; o la autorización escrita de un médico</translation>
    </message>
    <message>
        <source>nothing today: choose another place, and ask again when it has healed</source>
        <extracomment>clinic/way/barred.py</extracomment>
        <translation>hoy nada: elija otro lugar y vuelva a preguntar cuando haya sanado</translation>
    </message>
    <message>
        <source>your acknowledgement for this visit; less is then allowed</source>
        <extracomment>clinic/way/barred.py</extracomment>
        <translation>que usted lo tenga en cuenta y lo confirme para esta visita; entonces se permite menos</translation>
    </message>
    <message>
        <source>asking the question</source>
        <extracomment>clinic/way/barred.py</extracomment>
        <translation>hacer la pregunta</translation>
    </message>
    <message>
        <source>nothing has to: it does not block</source>
        <extracomment>clinic/way/barred.py</extracomment>
        <translation>no hace falta nada: no bloquea</translation>
    </message>
    <message>
        <source>the visit</source>
        <extracomment>clinic/way/files.py</extracomment>
        <translation>la visita</translation>
    </message>
    <message>
        <source>{path}: this is no visit of “palpate visit”: {why}</source>
        <extracomment>clinic/way/files.py</extracomment>
        <translation>{path}: esto no es una visita de «palpate visit»: {why}</translation>
    </message>
    <message>
        <source>there is no release with the tool here now: {why}</source>
        <extracomment>clinic/way/hands.py</extracomment>
        <translation>aquí no hay ahora liberación con el aparato: {why}</translation>
    </message>
    <message>
        <source>one movement to one side stands twice: take one of them out</source>
        <extracomment>clinic/way/motion.py</extracomment>
        <translation>un movimiento hacia un lado está dos veces: quite uno de ellos</translation>
    </message>
    <message>
        <source>{site}: nobody presses here; choose another site</source>
        <extracomment>clinic/way/places.py</extracomment>
        <translation>{site}: aquí no presiona nadie; elija otro lugar</translation>
    </message>
    <message>
        <source>{most} points are the most for one visit: take one out before you choose another one</source>
        <extracomment>clinic/way/places.py</extracomment>
        <translation>{most} puntos son el máximo para una visita: quite uno antes de elegir otro</translation>
    </message>
    <message>
        <source>{holds} × {hold_s:g} s cannot be planned here: {why}</source>
        <extracomment>clinic/way/planning.py</extracomment>
        <translation>aquí no se pueden planificar {holds} × {hold_s:g} s: {why}</translation>
    </message>
    <message>
        <source>{holds} × {hold_s:g} s is more than the {left_s:g} s that are left at this point in this visit: take fewer or shorter holds</source>
        <extracomment>clinic/way/planning.py</extracomment>
        <translation>{holds} × {hold_s:g} s es más que los {left_s:g} s que quedan en este punto en esta visita: tome menos presiones o más cortas</translation>
    </message>
    <message>
        <source>a rest between two holds lasts at least {least_s:g} s here: lengthen it</source>
        <extracomment>clinic/way/planning.py</extracomment>
        <translation>una pausa entre dos presiones dura aquí {least_s:g} s como mínimo: alárguela</translation>
    </message>
    <message>
        <source>no trigger point: fewer than two of the three signs were found</source>
        <extracomment>clinic/way/said.py</extracomment>
        <translation>no es un punto gatillo: se hallaron menos de dos de los tres signos</translation>
    </message>
    <message>
        <source>trigger point; active or latent was not asked</source>
        <extracomment>clinic/way/said.py</extracomment>
        <translation>punto gatillo; no se preguntó si es activo o latente</translation>
    </message>
    <message>
        <source>a place on the map belongs to no point: choose its point first</source>
        <extracomment>clinic/way/said.py</extracomment>
        <translation>un lugar del mapa no pertenece a ningún punto: elija primero su punto</translation>
    </message>
    <message>
        <source>one point stands twice: take one of them out</source>
        <extracomment>clinic/way/said.py</extracomment>
        <translation>un punto está dos veces: quite uno de ellos</translation>
    </message>
    <message>
        <source>each point has one position</source>
        <extracomment>clinic/way/said.py</extracomment>
        <translation>cada punto tiene una sola posición</translation>
    </message>
    <message>
        <source>“{what}” does not belong to “{step}”</source>
        <extracomment>clinic/way/said.py</extracomment>
        <translation>«{what}» no pertenece a «{step}»</translation>
    </message>
    <message>
        <source>the visit was begun with a tip of {before_cm2:g} cm² and this one has {now_cm2:g}: kPa does not carry over, so go on with the same tip</source>
        <extracomment>clinic/way/visit.py</extracomment>
        <translation>la visita se empezó con una punta de {before_cm2:g} cm² y esta tiene {now_cm2:g}: los kPa no se pueden trasladar, así que siga con la misma punta</translation>
    </message>
    <message>
        <source>the questions about the person come first</source>
        <extracomment>clinic/way/visit.py</extracomment>
        <translation>primero van las preguntas sobre la persona</translation>
    </message>
    <message>
        <source>agree on a stop signal and try it once: a signal that was never tried is none</source>
        <extracomment>clinic/way/visit.py</extracomment>
        <translation>acuerde una señal de parada y pruébela una vez: una señal que nunca se probó no lo es</translation>
    </message>
    <message>
        <source>no threshold is measured here now: {why}</source>
        <extracomment>clinic/way/visit.py</extracomment>
        <translation>aquí no se mide ahora ningún umbral: {why}</translation>
    </message>
    <message>
        <source>a ramp ends at {kpa:.0f} kPa here ({why}): the result is then “&gt; {kpa:.0f}”, which is no figure to plan with, so leave it out</source>
        <extracomment>clinic/way/visit.py</extracomment>
        <translation>una subida termina aquí a {kpa:.0f} kPa ({why}): el resultado es entonces «&gt; {kpa:.0f}», una cifra con la que no se puede planificar, así que omítalo</translation>
    </message>
    <message>
        <source>there is no plan for this point: make one first</source>
        <extracomment>clinic/way/visit.py</extracomment>
        <translation>no hay plan para este punto: haga uno primero</translation>
    </message>
    <message>
        <source>“{question}” is not answered: nothing is presumed</source>
        <extracomment>clinic/way/visit.py</extracomment>
        <translation>«{question}» no está contestada: no se presupone nada</translation>
    </message>
    <message>
        <source>only a practitioner clears, and with a reason</source>
        <extracomment>clinic/way/visit.py</extracomment>
        <translation>solo un profesional autoriza, y con un motivo</translation>
    </message>
    <message>
        <source>“{step}” is not done</source>
        <extracomment>clinic/way/way.py</extracomment>
        <translation>«{step}» no está hecho</translation>
    </message>
    <message>
        <source>“{step}” is closed: {why}</source>
        <extracomment>clinic/way/way.py</extracomment>
        <translation>«{step}» está cerrado: {why}</translation>
    </message>
    <message>
        <source>the questions come first and cannot be left out: nobody is pressed without them</source>
        <extracomment>clinic/way/way.py</extracomment>
        <translation>las preguntas van primero y no se pueden omitir: sin ellas no se presiona a nadie</translation>
    </message>
    <message>
        <source>say why it is left out: it stands in the record of the visit</source>
        <extracomment>clinic/way/way.py</extracomment>
        <translation>diga por qué se omite: consta en el registro de la visita</translation>
    </message>
    <message>
        <source>something was done here and stays in the record of the visit: go on with Next</source>
        <extracomment>clinic/way/way.py</extracomment>
        <translation>aquí se hizo algo y queda en el registro de la visita: siga con «Siguiente»</translation>
    </message>
    <message>
        <source>“{step}” is no station of this visit: choose the point first</source>
        <extracomment>clinic/way/way.py</extracomment>
        <translation>«{step}» no es una estación de esta visita: elija primero el punto</translation>
    </message>
    <message>
        <source>Stopped: on a person the exercise is over.</source>
        <extracomment>training/coach.py</extracomment>
        <translation>Detenido: sobre una persona el ejercicio ha terminado.</translation>
    </message>
    <message>
        <source>All trials are done.</source>
        <extracomment>training/coach.py</extracomment>
        <translation>Todos los ensayos están terminados.</translation>
    </message>
    <message>
        <source>“{name}” is a whole treatment, and one trainee&apos;s alone: “palpate train {id}”</source>
        <extracomment>training/drill.py</extracomment>
        <translation>«{name}» es un tratamiento completo, para un solo alumno: «palpate train {id}»</translation>
    </message>
    <message>
        <source>“{name}” asks for up to {highest_n:.0f} N, the limit is {cap_n:g} N ({why}): choose another exercise</source>
        <extracomment>training/drill.py</extracomment>
        <translation>«{name}» pide hasta {highest_n:.0f} N, el límite es {cap_n:g} N ({why}): elija otro ejercicio</translation>
    </message>
    <message>
        <source>“{name}” lasts {longest_s:.0f} s, the limit is {cap_s:g} s</source>
        <extracomment>training/drill.py</extracomment>
        <translation>«{name}» dura {longest_s:.0f} s, el límite es {cap_s:g} s</translation>
    </message>
    <message>
        <source>the trial is void: {why}</source>
        <extracomment>training/judge.py</extracomment>
        <translation>el ensayo es nulo: {why}</translation>
    </message>
    <message>
        <source>the trial was not complete</source>
        <extracomment>training/judge.py</extracomment>
        <translation>el ensayo no estaba completo</translation>
    </message>
    <message>
        <source>{name} {value} (at most ± {limit:g})</source>
        <extracomment>training/lines.py</extracomment>
        <translation>{name} {value} (como máximo ± {limit:g})</translation>
    </message>
    <message>
        <source>({low} to {high})</source>
        <extracomment>training/lines.py</extracomment>
        <translation>({low} a {high})</translation>
    </message>
    <message>
        <source>  {at:%Y-%m-%d %H:%M}  {purpose:10}  {count:2} trials  {points:5.1f} points {interval:15}  error: constant {constant:+6.1f} %, absolute {absolute:5.1f} %, variable {variable:&gt;5} %  first trial {first}</source>
        <extracomment>training/lines.py</extracomment>
        <translation>  {at:%Y-%m-%d %H:%M}  {purpose:10}  ensayos: {count:2}  {points:5.1f} puntos {interval:15}  error: constante {constant:+6.1f} %, absoluto {absolute:5.1f} %, variable {variable:&gt;5} %  primer ensayo {first}</translation>
    </message>
    <message>
        <source>{at:%Y-%m-%d}: {points:+.1f} points against the baseline: worse, beyond the own error. Why is not known.</source>
        <extracomment>training/lines.py</extracomment>
        <translation>{at:%Y-%m-%d}: {points:+.1f} puntos respecto al valor inicial: peor, más que el error propio. No se sabe por qué.</translation>
    </message>
    <message>
        <source>Seen</source>
        <extracomment>training/lines.py</extracomment>
        <translation>A la vista</translation>
    </message>
    <message>
        <source>Unseen</source>
        <extracomment>training/lines.py</extracomment>
        <translation>A ciegas</translation>
    </message>
    <message>
        <source>passed</source>
        <extracomment>training/lines.py</extracomment>
        <translation>superado</translation>
    </message>
    <message>
        <source>not yet</source>
        <extracomment>training/lines.py</extracomment>
        <translation>todavía no</translation>
    </message>
    <message>
        <source>{name} {value} (at least {limit:g})</source>
        <extracomment>training/lines.py</extracomment>
        <translation>{name} {value} (al menos {limit:g})</translation>
    </message>
    <message>
        <source>Own error, from the pre-test on two days: SEM {points_sem:.1f}, MDC95 {points_mdc95:.1f} points; absolute error SEM {absolute_sem:.1f}, MDC95 {absolute_mdc95:.1f} % of the target.</source>
        <extracomment>training/lines.py</extracomment>
        <translation>Error propio, del pretest en dos días: SEM {points_sem:.1f}, MDC95 {points_mdc95:.1f} puntos; error absoluto SEM {absolute_sem:.1f}, MDC95 {absolute_mdc95:.1f} % del objetivo.</translation>
    </message>
    <message>
        <source>score version {version}</source>
        <extracomment>training/lines.py</extracomment>
        <translation>puntuación versión {version}</translation>
    </message>
    <message>
        <source>{at:%Y-%m-%d}: {points:+.1f} points against the baseline: within the own error, so nothing is known to have changed.</source>
        <extracomment>training/lines.py</extracomment>
        <translation>{at:%Y-%m-%d}: {points:+.1f} puntos respecto al valor inicial: dentro del error propio, así que no consta ningún cambio.</translation>
    </message>
    <message>
        <source>{at:%Y-%m-%d}: {points:+.1f} points against the baseline: improved, beyond the own error. Why is not known.</source>
        <extracomment>training/lines.py</extracomment>
        <translation>{at:%Y-%m-%d}: {points:+.1f} puntos respecto al valor inicial: mejor, más que el error propio. No se sabe por qué.</translation>
    </message>
    <message>
        <source>Nothing is due any more: the course is done.</source>
        <extracomment>training/lines.py</extracomment>
        <translation>Ya no queda nada pendiente: el curso está terminado.</translation>
    </message>
    <message>
        <source>{purpose}, {days} d after the course</source>
        <extracomment>training/lines.py</extracomment>
        <translation>{purpose}, {days} d después del curso</translation>
    </message>
    <message>
        <source>This hand has pressed for {minutes:.0f} min within an hour: rest it until {until:%H:%M} UTC.</source>
        <extracomment>training/lines.py</extracomment>
        <translation>Esta mano ha presionado {minutes:.0f} min en una hora: déjela descansar hasta las {until:%H:%M} UTC.</translation>
    </message>
    <message>
        <source>Own error: none yet: {why}.</source>
        <extracomment>training/lines.py</extracomment>
        <translation>Error propio: todavía ninguno: {why}.</translation>
    </message>
    <message>
        <source>Between both days the forces agree with ICC(A,1) = {icc}.</source>
        <extracomment>training/lines.py</extracomment>
        <translation>Entre ambos días las fuerzas concuerdan con ICC(A,1) = {icc}.</translation>
    </message>
    <message>
        <source>usual hand</source>
        <extracomment>training/lines.py</extracomment>
        <translation>mano habitual</translation>
    </message>
    <message>
        <source>other hand</source>
        <extracomment>training/lines.py</extracomment>
        <translation>otra mano</translation>
    </message>
    <message>
        <source>on a person</source>
        <extracomment>training/lines.py</extracomment>
        <translation>sobre una persona</translation>
    </message>
    <message>
        <source>test</source>
        <extracomment>training/lines.py</extracomment>
        <translation>prueba</translation>
    </message>
    <message>
        <source>Due now: {exercise} ({why})</source>
        <extracomment>training/lines.py</extracomment>
        <translation>Pendiente ahora: {exercise} ({why})</translation>
    </message>
    <message>
        <source>Due from {since:%Y-%m-%d %H:%M} UTC on: {exercise} ({why})</source>
        <extracomment>training/lines.py</extracomment>
        <translation>Pendiente a partir del {since:%Y-%m-%d %H:%M} UTC: {exercise} ({why})</translation>
    </message>
    <message>
        <source>in band, %</source>
        <extracomment>training/passing.py</extracomment>
        <translation>en la banda, %</translation>
    </message>
    <message>
        <source>constant error, %</source>
        <extracomment>training/passing.py</extracomment>
        <translation>error constante, %</translation>
    </message>
    <message>
        <source>variation within a hold, %</source>
        <extracomment>training/passing.py</extracomment>
        <translation>variación dentro de una presión, %</translation>
    </message>
    <message>
        <source>the own error needs the whole pre-test on two days</source>
        <extracomment>training/progress.py</extracomment>
        <translation>hace falta el pretest entero en dos días</translation>
    </message>
    <message>
        <source>the two pre-tests are not the same: do one exercise twice</source>
        <extracomment>training/progress.py</extracomment>
        <translation>los dos pretests no son iguales: haga dos veces el mismo ejercicio</translation>
    </message>
    <message>
        <source>result after each trial</source>
        <extracomment>training/schedule.py</extracomment>
        <translation>resultado después de cada ensayo</translation>
    </message>
    <message>
        <source>results at the end</source>
        <extracomment>training/schedule.py</extracomment>
        <translation>resultados al final</translation>
    </message>
    <message>
        <source>no result</source>
        <extracomment>training/schedule.py</extracomment>
        <translation>sin resultado</translation>
    </message>
    <message>
        <source>feedback: {live}; {result}</source>
        <extracomment>training/schedule.py</extracomment>
        <translation>fuerza visible: {live}; {result}</translation>
    </message>
    <message>
        <source>all the time</source>
        <extracomment>training/schedule.py</extracomment>
        <translation>siempre</translation>
    </message>
    <message>
        <source>when asked for</source>
        <extracomment>training/schedule.py</extracomment>
        <translation>si se pide</translation>
    </message>
    <message>
        <source>in one trial of {every}</source>
        <extracomment>training/schedule.py</extracomment>
        <translation>en uno de cada {every}</translation>
    </message>
    <message>
        <source>none</source>
        <extracomment>training/schedule.py</extracomment>
        <translation>nunca</translation>
    </message>
    <message>
        <source>Void: {why}. It counts nowhere.</source>
        <extracomment>training/sentences.py</extracomment>
        <translation>Nulo: {why}. No cuenta.</translation>
    </message>
    <message>
        <source>No score: {why}.</source>
        <extracomment>training/sentences.py</extracomment>
        <translation>Sin puntuación: {why}.</translation>
    </message>
    <message>
        <source>{points}: {lost:.0f} went to {cause}.</source>
        <extracomment>training/sentences.py</extracomment>
        <translation>{points}: {lost:.0f} se perdieron por {cause}.</translation>
    </message>
    <message>
        <source>{points:.0f} points (to {high:.0f}, had nothing been lost on the link)</source>
        <extracomment>training/sentences.py</extracomment>
        <translation>{points:.0f} puntos (hasta {high:.0f}, si no se hubiera perdido nada en la conexión)</translation>
    </message>
    <message>
        <source>{points}: nothing to speak of is missing.</source>
        <extracomment>training/sentences.py</extracomment>
        <translation>{points}: no falta nada digno de mención.</translation>
    </message>
    <message>
        <source>{points:.0f} points</source>
        <extracomment>training/sentences.py</extracomment>
        <translation>{points:.0f} puntos</translation>
    </message>
    <message>
        <source>not pressing, most of it in second {second}: begin at once, and stay on until the word</source>
        <extracomment>training/sentences.py</extracomment>
        <translation>no presionar, sobre todo en el segundo {second}: empiece enseguida y no afloje hasta el aviso</translation>
    </message>
    <message>
        <source>pressing too lightly, most of it in second {second}: lean in a little more</source>
        <extracomment>training/sentences.py</extracomment>
        <translation>presionar demasiado poco, sobre todo en el segundo {second}: apóyese un poco más</translation>
    </message>
    <message>
        <source>pressing too hard, most of it in second {second}: ease off sooner</source>
        <extracomment>training/sentences.py</extracomment>
        <translation>presionar demasiado, sobre todo en el segundo {second}: afloje antes</translation>
    </message>
    <message>
        <source>readings that did not arrive, most of it in second {second}: this is the link&apos;s fault, not yours</source>
        <extracomment>training/sentences.py</extracomment>
        <translation>lecturas que no llegaron, sobre todo en el segundo {second}: es culpa de la conexión, no suya</translation>
    </message>
    <message>
        <source>force that was still there when it should have been gone: let go at the word, all the way</source>
        <extracomment>training/sentences.py</extracomment>
        <translation>fuerza que aún quedaba cuando ya no debía haberla: suelte al oír el aviso, y del todo</translation>
    </message>
    <message>
        <source>nothing was measured</source>
        <extracomment>training/sentences.py</extracomment>
        <translation>no se midió nada</translation>
    </message>
    <message>
        <source>{path}: the results were not kept: {why}; the record has them</source>
        <extracomment>training/trainee.py</extracomment>
        <translation>{path}: los resultados no se guardaron: {why}; el registro los contiene</translation>
    </message>
    <message>
        <source>{path}: it cannot be read: {why}</source>
        <extracomment>clinic/screening/doses.py</extracomment>
        <translation>{path}: no se puede leer: {why}</translation>
    </message>
    <message>
        <source>{path}: line {number} is no result of this version: update the program</source>
        <extracomment>training/trainee.py</extracomment>
        <translation>{path}: la línea {number} no es un resultado de esta versión: actualice el programa</translation>
    </message>
    <message>
        <source>Stop {number}: the patient said it at pain {nrs:.0f}, {gone}.</source>
        <extracomment>training/virtual_patient.py</extracomment>
        <translation>Stop {number}: el cliente lo dijo con dolor {nrs:.0f}, {gone}.</translation>
    </message>
    <message>
        <source>and nobody was pressed {gone_s:.1f} s later, later than {in_time_s:g} s: let go at the word</source>
        <extracomment>training/virtual_patient.py</extracomment>
        <translation>y {gone_s:.1f} s después ya no se presionaba, más tarde de {in_time_s:g} s: suelte al oír la palabra</translation>
    </message>
    <message>
        <source>Pain {nrs}</source>
        <extracomment>training/virtual_patient.py</extracomment>
        <translation>Dolor {nrs}</translation>
    </message>
    <message>
        <source>never asked</source>
        <extracomment>training/virtual_patient.py</extracomment>
        <translation>no se preguntó nunca</translation>
    </message>
    <message>
        <source>Holds: {count}. Pain, as the patient said it: {said}.</source>
        <extracomment>training/virtual_patient.py</extracomment>
        <translation>Presiones: {count}. Dolor, según lo dijo el cliente: {said}.</translation>
    </message>
    <message>
        <source>Above the limit: {over_s:.1f} s. Pressed after a let-go was called: {after_s:.1f} s.</source>
        <extracomment>training/virtual_patient.py</extracomment>
        <translation>Por encima del límite: {over_s:.1f} s. Presionado después del aviso de soltar: {after_s:.1f} s.</translation>
    </message>
    <message>
        <source>and was still pressed at the end</source>
        <extracomment>training/virtual_patient.py</extracomment>
        <translation>y al final todavía se presionaba</translation>
    </message>
    <message>
        <source>and nobody was pressed {gone_s:.1f} s later</source>
        <extracomment>training/virtual_patient.py</extracomment>
        <translation>y {gone_s:.1f} s después ya no se presionaba</translation>
    </message>
    <message>
        <source>Stop!</source>
        <extracomment>training/virtual_patient.py</extracomment>
        <translation>¡Pare!</translation>
    </message>
    <message>
        <source>pressure and time left</source>
        <extracomment>gui/across.py</extracomment>
        <translation>presión y tiempo restante</translation>
    </message>
    <message>
        <source>Shows the curve and all figures again; also F11</source>
        <extracomment>gui/across.py</extracomment>
        <translation>Muestra de nuevo la curva y todas las cifras; también F11</translation>
    </message>
    <message>
        <source>All figures</source>
        <extracomment>gui/across.py</extracomment>
        <translation>Todas las cifras</translation>
    </message>
    <message>
        <source>Choose a site: on the body, in the list or with the arrow keys.</source>
        <extracomment>gui/body_about.py</extracomment>
        <translation>Elija un lugar: en el cuerpo, en la lista o con las flechas.</translation>
    </message>
    <message>
        <source>Pain is often felt (a hint, no zone is fixed): {where}</source>
        <extracomment>gui/body_about.py</extracomment>
        <translation>A menudo se siente dolor (una indicación, ninguna zona es fija): {where}</translation>
    </message>
    <message>
        <source>about the chosen site</source>
        <extracomment>gui/body_about.py</extracomment>
        <translation>sobre el lugar elegido</translation>
    </message>
    <message>
        <source>ask first</source>
        <extracomment>gui/body_legend.py</extracomment>
        <translation>preguntar antes</translation>
    </message>
    <message>
        <source>pain often felt</source>
        <extracomment>gui/body_legend.py</extracomment>
        <translation>dolor frecuente</translation>
    </message>
    <message>
        <source>active point</source>
        <extracomment>gui/body_legend.py</extracomment>
        <translation>punto activo</translation>
    </message>
    <message>
        <source>latent point</source>
        <extracomment>gui/body_legend.py</extracomment>
        <translation>punto latente</translation>
    </message>
    <message>
        <source>Legend: {words}</source>
        <extracomment>gui/body_legend.py</extracomment>
        <translation>Leyenda: {words}</translation>
    </message>
    <message>
        <source>sites</source>
        <extracomment>gui/body_list.py</extracomment>
        <translation>lugares</translation>
    </message>
    <message>
        <source>Search: muscle, place, side, pain</source>
        <extracomment>gui/body_list.py</extracomment>
        <translation>Buscar: músculo, lugar, lado, dolor</translation>
    </message>
    <message>
        <source>search sites</source>
        <extracomment>gui/body_list.py</extracomment>
        <translation>buscar lugares</translation>
    </message>
    <message>
        <source>No site is called so</source>
        <extracomment>gui/body_list.py</extracomment>
        <translation>Ningún lugar se llama así</translation>
    </message>
    <message>
        <source>Points: click the chosen site, or press Enter on it</source>
        <extracomment>gui/body_map.py</extracomment>
        <translation>Puntos: haga clic en el lugar elegido, o pulse Intro sobre él</translation>
    </message>
    <message>
        <source>Body map, front and back</source>
        <extracomment>gui/body_picture.py</extracomment>
        <translation>Mapa del cuerpo, delante y detrás</translation>
    </message>
    <message>
        <source>Arrows move between sites, Enter chooses</source>
        <extracomment>gui/body_picture.py</extracomment>
        <translation>Las flechas cambian de lugar, Intro elige</translation>
    </message>
    <message>
        <source>Active</source>
        <extracomment>gui/body_points.py</extracomment>
        <translation>Activo</translation>
    </message>
    <message>
        <source>Latent</source>
        <extracomment>gui/body_points.py</extracomment>
        <translation>Latente</translation>
    </message>
    <message>
        <source>points on the map</source>
        <extracomment>gui/body_points.py</extracomment>
        <translation>puntos en el mapa</translation>
    </message>
    <message>
        <source>point {number}, {activity}, {place}, {view}</source>
        <extracomment>gui/body_points.py</extracomment>
        <translation>punto {number}, {activity}, {place}, {view}</translation>
    </message>
    <message>
        <source>Add point</source>
        <extracomment>gui/body_points.py</extracomment>
        <translation>Añadir punto</translation>
    </message>
    <message>
        <source>Remove</source>
        <extracomment>gui/body_points.py</extracomment>
        <translation>Quitar</translation>
    </message>
    <message>
        <source>not drawn</source>
        <extracomment>gui/body_points.py</extracomment>
        <translation>sin dibujar</translation>
    </message>
    <message>
        <source>{place}: {standing}</source>
        <extracomment>gui/body_words.py</extracomment>
        <translation>{place}: {standing}</translation>
    </message>
    <message>
        <source>{site}, {side}: {standing}</source>
        <extracomment>gui/body_words.py</extracomment>
        <translation>{site}, {side}: {standing}</translation>
    </message>
    <message>
        <source>Pressure over the last {seconds:.0f} seconds</source>
        <extracomment>gui/chart.py</extracomment>
        <translation>Presión de los últimos {seconds:.0f} segundos</translation>
    </message>
    <message>
        <source>limit</source>
        <extracomment>gui/chart.py</extracomment>
        <translation>límite</translation>
    </message>
    <message>
        <source>target</source>
        <extracomment>gui/chart.py</extracomment>
        <translation>objetivo</translation>
    </message>
    <message>
        <source>{colours} colours</source>
        <extracomment>gui/colours_button.py</extracomment>
        <translation>colores: {colours}</translation>
    </message>
    <message>
        <source>Waiting for the tool</source>
        <extracomment>gui/face.py</extracomment>
        <translation>Se espera al aparato</translation>
    </message>
    <message>
        <source>no data – let&#xa0;go&#xa0;slowly</source>
        <extracomment>gui/face.py</extracomment>
        <translation>sin datos – soltar&#xa0;despacio</translation>
    </message>
    <message>
        <source>No reading for more than 2 s</source>
        <extracomment>gui/face.py</extracomment>
        <translation>Sin lectura desde hace más de 2 s</translation>
    </message>
    <message>
        <source>No data yet</source>
        <extracomment>gui/face.py</extracomment>
        <translation>Todavía no hay datos</translation>
    </message>
    <message>
        <source>time in band</source>
        <extracomment>gui/facts.py</extracomment>
        <translation>tiempo en banda</translation>
    </message>
    <message>
        <source>rest left</source>
        <extracomment>gui/facts.py</extracomment>
        <translation>queda pausa</translation>
    </message>
    <message>
        <source>next hold</source>
        <extracomment>gui/facts.py</extracomment>
        <translation>presión siguiente</translation>
    </message>
    <message>
        <source>left in band</source>
        <extracomment>gui/facts.py</extracomment>
        <translation>aún en banda</translation>
    </message>
    <message>
        <source>Go on…</source>
        <extracomment>gui/go_on.py</extracomment>
        <translation>Seguir…</translation>
    </message>
    <message>
        <source>Asks why STOP was pressed before the treatment may go on</source>
        <extracomment>gui/go_on.py</extracomment>
        <translation>Pregunta por qué se pulsó STOP antes de que el tratamiento pueda seguir</translation>
    </message>
    <message>
        <source>End the treatment</source>
        <extracomment>gui/go_on.py</extracomment>
        <translation>Terminar el tratamiento</translation>
    </message>
    <message>
        <source>waiting for the session to confirm</source>
        <extracomment>gui/go_on.py</extracomment>
        <translation>falta que la sesión lo confirme</translation>
    </message>
    <message>
        <source>Why was STOP pressed?</source>
        <extracomment>gui/go_on.py</extracomment>
        <translation>¿Por qué se pulsó STOP?</translation>
    </message>
    <message>
        <source>A double press of the button takes it</source>
        <extracomment>gui/go_on.py</extracomment>
        <translation>Una pulsación doble del botón lo elige</translation>
    </message>
    <message>
        <source>Pain {nrs} of 10, from the client&apos;s clicker.</source>
        <extracomment>gui/hands_free.py</extracomment>
        <translation>Dolor {nrs} de 10, del mando del cliente.</translation>
    </message>
    <message>
        <source>Ends the hold at once; also Space, Escape and F12</source>
        <extracomment>gui/live_page.py</extracomment>
        <translation>Termina la presión al instante; también Espacio, Escape y F12</translation>
    </message>
    <message>
        <source>Space · Esc · F12</source>
        <extracomment>gui/live_page.py</extracomment>
        <translation>Espacio · Esc · F12</translation>
    </message>
    <message>
        <source>Reading only: nobody is guided – not a medical device</source>
        <extracomment>gui/meter_window.py</extracomment>
        <translation>Solo lectura: no se guía a nadie – no es un producto sanitario</translation>
    </message>
    <message>
        <source>No curve: this instrument&apos;s readings come irregularly.</source>
        <extracomment>gui/meter_window.py</extracomment>
        <translation>Sin curva: las lecturas de este instrumento llegan de forma irregular.</translation>
    </message>
    <message>
        <source>{length}, mean {mean} N, peak {peak} N</source>
        <extracomment>gui/meter_window.py</extracomment>
        <translation>{length}, media {mean} N, máximo {peak} N</translation>
    </message>
    <message>
        <source>old</source>
        <extracomment>gui/meter_window.py</extracomment>
        <translation>antiguo</translation>
    </message>
    <message>
        <source>less {force} N</source>
        <extracomment>gui/meter_window.py</extracomment>
        <translation>menos {force} N</translation>
    </message>
    <message>
        <source>force</source>
        <extracomment>gui/meter_window.py</extracomment>
        <translation>fuerza</translation>
    </message>
    <message>
        <source>{name}: no guidance, {why}.</source>
        <extracomment>gui/meter_window.py</extracomment>
        <translation>{name}: sin guía, {why}.</translation>
    </message>
    <message>
        <source>Take the load off first: what it reads now counts as nothing</source>
        <extracomment>gui/meter_window.py</extracomment>
        <translation>Quite antes la carga: lo que marca ahora cuenta como nada</translation>
    </message>
    <message>
        <source>Take nothing off any more</source>
        <extracomment>gui/meter_window.py</extracomment>
        <translation>No restar nada más</translation>
    </message>
    <message>
        <source>last hold</source>
        <extracomment>gui/meter_window.py</extracomment>
        <translation>última presión</translation>
    </message>
    <message>
        <source>Zero</source>
        <extracomment>gui/meter_window.py</extracomment>
        <translation>Poner a cero</translation>
    </message>
    <message>
        <source>No zero</source>
        <extracomment>gui/meter_window.py</extracomment>
        <translation>Sin cero</translation>
    </message>
    <message>
        <source>notice</source>
        <extracomment>gui/notice.py</extracomment>
        <translation>aviso</translation>
    </message>
    <message>
        <source>pressure</source>
        <extracomment>protocol/instruments/ability.py</extracomment>
        <translation>presión</translation>
    </message>
    <message>
        <source>tip area unknown</source>
        <extracomment>gui/number.py</extracomment>
        <translation>área de la punta desconocida</translation>
    </message>
    <message>
        <source>Hold the arrow up to press harder, the arrow down for softer, K to keep</source>
        <extracomment>gui/pad.py</extracomment>
        <translation>Mantenga la flecha arriba para presionar más, la flecha abajo para menos, K para mantener</translation>
    </message>
    <message>
        <source>practice pad</source>
        <extracomment>gui/pad_picture.py</extracomment>
        <translation>panel de práctica</translation>
    </message>
    <message>
        <source>Hold the button and move up: press harder.
Wheel, or hold ↑ ↓, and K to keep.
Let go: off the skin.</source>
        <extracomment>gui/pad_picture.py</extracomment>
        <translation>Mantenga el botón y suba: presiona más.
Rueda, o mantener ↑ ↓, y K para seguir igual.
Suelte: fuera de la piel.</translation>
    </message>
    <message>
        <source>skin</source>
        <extracomment>gui/pad_picture.py</extracomment>
        <translation>piel</translation>
    </message>
    <message>
        <source>Or the button on the tool, or the pedal: a short press for here, a double one leaves it out.</source>
        <extracomment>gui/place_panel.py</extracomment>
        <translation>O con el botón del aparato o el pedal: una pulsación corta para «aquí», una doble lo omite.</translation>
    </message>
    <message>
        <source>The tool is here</source>
        <extracomment>gui/place_panel.py</extracomment>
        <translation>El aparato está aquí</translation>
    </message>
    <message>
        <source>Leave this place out</source>
        <extracomment>gui/place_panel.py</extracomment>
        <translation>Omitir este lugar</translation>
    </message>
    <message>
        <source>Bench</source>
        <extracomment>gui/place_panel.py</extracomment>
        <translation>Banco de pruebas</translation>
    </message>
    <message>
        <source>The rate is right</source>
        <extracomment>gui/ramp_face.py</extracomment>
        <translation>La velocidad es correcta</translation>
    </message>
    <message>
        <source>slower</source>
        <extracomment>gui/ramp_face.py</extracomment>
        <translation>más despacio</translation>
    </message>
    <message>
        <source>The pressure rises too fast</source>
        <extracomment>gui/ramp_face.py</extracomment>
        <translation>La presión sube demasiado deprisa</translation>
    </message>
    <message>
        <source>faster</source>
        <extracomment>gui/ramp_face.py</extracomment>
        <translation>más deprisa</translation>
    </message>
    <message>
        <source>The pressure rises too slowly</source>
        <extracomment>gui/ramp_face.py</extracomment>
        <translation>La presión sube demasiado despacio</translation>
    </message>
    <message>
        <source>Stop was pressed</source>
        <extracomment>gui/ramp_face.py</extracomment>
        <translation>Se pulsó STOP</translation>
    </message>
    <message>
        <source>ramp</source>
        <extracomment>gui/ramp_scale.py</extracomment>
        <translation>subida</translation>
    </message>
    <message>
        <source>ends at {end:.0f} kPa</source>
        <extracomment>gui/ramp_scale.py</extracomment>
        <translation>termina en {end:.0f} kPa</translation>
    </message>
    <message>
        <source>{share:.0%}, {end}</source>
        <extracomment>gui/ramp_scale.py</extracomment>
        <translation>{share:.0%}, {end}</translation>
    </message>
    <message>
        <source>{share:.0%}, should be at {target:.0%}, {end}</source>
        <extracomment>gui/ramp_scale.py</extracomment>
        <translation>{share:.0%}, debería estar en {target:.0%}, {end}</translation>
    </message>
    <message>
        <source>M: the client said “now” · Page ↓, a presenter&apos;s “forward”, in the client&apos;s hand: “now” in a ramp, STOP at any other time, as the client&apos;s button on the tool · Space, Escape, F12: STOP</source>
        <extracomment>gui/ramp_window.py</extracomment>
        <translation>M: el cliente dijo «ahora» · Av Pág, el «adelante» de un mando de presentación, en la mano del cliente: «ahora» durante una subida, STOP en cualquier otro momento, como el botón del cliente en el aparato · Espacio, Escape, F12: STOP</translation>
    </message>
    <message>
        <source>End the measurement</source>
        <extracomment>gui/ramp_window.py</extracomment>
        <translation>Terminar la medida</translation>
    </message>
    <message>
        <source>Read out: “{script}”</source>
        <extracomment>gui/ramp_window.py</extracomment>
        <translation>Lea en voz alta: «{script}»</translation>
    </message>
    <message>
        <source>The client said “now”</source>
        <extracomment>gui/ramp_window.py</extracomment>
        <translation>El cliente dijo «ahora»</translation>
    </message>
    <message>
        <source>End</source>
        <extracomment>gui/meter_window.py</extracomment>
        <translation>Terminar</translation>
    </message>
    <message>
        <source>reading {reading} of {readings}</source>
        <extracomment>gui/ramp_words.py</extracomment>
        <translation>medida {reading} de {readings}</translation>
    </message>
    <message>
        <source>{which} · rest, {left}</source>
        <extracomment>gui/ramp_words.py</extracomment>
        <translation>{which} · pausa, {left}</translation>
    </message>
    <message>
        <source>{found}, does not count: {why}</source>
        <extracomment>gui/ramp_words.py</extracomment>
        <translation>{found}, no cuenta: {why}</translation>
    </message>
    <message>
        <source>{kpa:.0f} kPa</source>
        <extracomment>gui/ramp_words.py</extracomment>
        <translation>{kpa:.0f} kPa</translation>
    </message>
    <message>
        <source>&gt; {kpa:.0f} kPa</source>
        <extracomment>gui/ramp_words.py</extracomment>
        <translation>&gt; {kpa:.0f} kPa</translation>
    </message>
    <message>
        <source>no figure, {why}</source>
        <extracomment>gui/ramp_words.py</extracomment>
        <translation>sin cifra, {why}</translation>
    </message>
    <message>
        <source>Force over the whole record</source>
        <extracomment>gui/review_chart.py</extracomment>
        <translation>Fuerza en todo el registro</translation>
    </message>
    <message>
        <source>{time:.1f} s: {what}</source>
        <extracomment>gui/review_chart.py</extracomment>
        <translation>{time:.1f} s: {what}</translation>
    </message>
    <message>
        <source>no readings</source>
        <extracomment>gui/review_chart.py</extracomment>
        <translation>sin lecturas</translation>
    </message>
    <message>
        <source>sent again after it was lost</source>
        <extracomment>gui/review_chart.py</extracomment>
        <translation>enviado de nuevo tras perderse</translation>
    </message>
    <message>
        <source>hold {number}: {length}, {pressed}</source>
        <extracomment>gui/review_holds.py</extracomment>
        <translation>presión {number}: {length}, {pressed}</translation>
    </message>
    <message>
        <source>A: full line</source>
        <extracomment>gui/review_overlay.py</extracomment>
        <translation>A: línea continua</translation>
    </message>
    <message>
        <source>B: broken line</source>
        <extracomment>gui/review_overlay.py</extracomment>
        <translation>B: línea discontinua</translation>
    </message>
    <message>
        <source>Two holds over each other</source>
        <extracomment>gui/review_overlay.py</extracomment>
        <translation>Dos presiones superpuestas</translation>
    </message>
    <message>
        <source>There is only one hold: nothing to compare it with.</source>
        <extracomment>gui/review_pair.py</extracomment>
        <translation>Solo hay una presión: nada con que compararla.</translation>
    </message>
    <message>
        <source>A (before)</source>
        <extracomment>gui/review_pair.py</extracomment>
        <translation>A (antes)</translation>
    </message>
    <message>
        <source>B (after)</source>
        <extracomment>gui/review_pair.py</extracomment>
        <translation>B (después)</translation>
    </message>
    <message>
        <source>B − A</source>
        <extracomment>gui/review_pair.py</extracomment>
        <translation>B − A</translation>
    </message>
    <message>
        <source>before and after</source>
        <extracomment>gui/review_pair.py</extracomment>
        <translation>antes y después</translation>
    </message>
    <message>
        <source>Swap</source>
        <extracomment>gui/review_pair.py</extracomment>
        <translation>Cambiar</translation>
    </message>
    <message>
        <source>hold {name}</source>
        <extracomment>gui/review_pair.py</extracomment>
        <translation>presión {name}</translation>
    </message>
    <message>
        <source>force in N</source>
        <extracomment>gui/review_plot.py</extracomment>
        <translation>fuerza en N</translation>
    </message>
    <message>
        <source>time in s</source>
        <extracomment>gui/review_plot.py</extracomment>
        <translation>tiempo en s</translation>
    </message>
    <message>
        <source>Move to a row to read what it means.</source>
        <extracomment>gui/review_table.py</extracomment>
        <translation>Vaya a una fila para leer qué significa.</translation>
    </message>
    <message>
        <source>{title}: {meaning}</source>
        <extracomment>gui/review_table.py</extracomment>
        <translation>{title}: {meaning}</translation>
    </message>
    <message>
        <source>No hold in this record: nothing pressed for half a second with 2 N or more.</source>
        <extracomment>gui/review_window.py</extracomment>
        <translation>Ninguna presión en este registro: nada presionó durante medio segundo con 2 N o más.</translation>
    </message>
    <message>
        <source>Figures from the record alone – not a medical device</source>
        <extracomment>gui/review_window.py</extracomment>
        <translation>Cifras solo del registro – no es un producto sanitario</translation>
    </message>
    <message>
        <source>figure</source>
        <extracomment>gui/review_pair.py</extracomment>
        <translation>magnitud</translation>
    </message>
    <message>
        <source>value</source>
        <extracomment>gui/review_window.py</extracomment>
        <translation>valor</translation>
    </message>
    <message>
        <source>missing, or in doubt</source>
        <extracomment>gui/review_pair.py</extracomment>
        <translation>falta o es dudoso</translation>
    </message>
    <message>
        <source>Palpate – review</source>
        <extracomment>gui/review_window.py</extracomment>
        <translation>Palpate – revisión</translation>
    </message>
    <message>
        <source>figures of the hold</source>
        <extracomment>gui/review_window.py</extracomment>
        <translation>magnitudes de la presión</translation>
    </message>
    <message>
        <source>no plan</source>
        <extracomment>gui/review_window.py</extracomment>
        <translation>sin plan</translation>
    </message>
    <message numerus="yes">
        <source>%n readings lost</source>
        <extracomment>gui/review_window.py</extracomment>
        <translation>
            <numerusform>falta %n lectura</numerusform>
            <numerusform>faltan %n lecturas</numerusform>
        </translation>
    </message>
    <message>
        <source>no reading lost</source>
        <extracomment>gui/review_window.py</extracomment>
        <translation>no falta ninguna lectura</translation>
    </message>
    <message>
        <source>Trace</source>
        <extracomment>gui/review_window.py</extracomment>
        <translation>Curva</translation>
    </message>
    <message>
        <source>Two holds</source>
        <extracomment>gui/review_window.py</extracomment>
        <translation>Dos presiones</translation>
    </message>
    <message>
        <source>Whole record</source>
        <extracomment>gui/review_window.py</extracomment>
        <translation>Todo</translation>
    </message>
    <message>
        <source>zoom in</source>
        <extracomment>gui/review_window.py</extracomment>
        <translation>acercar</translation>
    </message>
    <message>
        <source>zoom out</source>
        <extracomment>gui/review_window.py</extracomment>
        <translation>alejar</translation>
    </message>
    <message>
        <source>NO SOUND</source>
        <extracomment>gui/sound_button.py</extracomment>
        <translation>SIN AUDIO</translation>
    </message>
    <message>
        <source>MUTED</source>
        <extracomment>gui/sound_button.py</extracomment>
        <translation>SILENCIO</translation>
    </message>
    <message>
        <source>Sound on</source>
        <extracomment>gui/sound_button.py</extracomment>
        <translation>Sonido sí</translation>
    </message>
    <message>
        <source>Sound check: press more, ease off, in the band, let go, complete.</source>
        <extracomment>gui/sound_check.py</extracomment>
        <translation>Prueba de sonido: presionar más, aflojar, en la banda, soltar, terminado.</translation>
    </message>
    <message>
        <source>the system&apos;s own</source>
        <extracomment>gui/sound_panel.py</extracomment>
        <translation>la del sistema</translation>
    </message>
    <message>
        <source>“No data”, “let go” and STOP cannot be switched off; mute silences all.</source>
        <extracomment>gui/sound_panel.py</extracomment>
        <translation>«Sin datos», «soltar» y STOP no se desactivan; SILENCIO lo calla todo.</translation>
    </message>
    <message>
        <source>Tone</source>
        <extracomment>gui/sound_panel.py</extracomment>
        <translation>Tono</translation>
    </message>
    <message>
        <source>Tick</source>
        <extracomment>gui/sound_panel.py</extracomment>
        <translation>Tic</translation>
    </message>
    <message>
        <source>Chime</source>
        <extracomment>gui/sound_panel.py</extracomment>
        <translation>Timbre</translation>
    </message>
    <message>
        <source>Low: press more; high: ease off</source>
        <extracomment>gui/sound_panel.py</extracomment>
        <translation>Grave: presionar más; agudo: aflojar</translation>
    </message>
    <message>
        <source>Every 5 s in the band: readings are live</source>
        <extracomment>gui/sound_panel.py</extracomment>
        <translation>Cada 5 s en la banda: llegan lecturas</translation>
    </message>
    <message>
        <source>The last three seconds before the let-go</source>
        <extracomment>gui/sound_panel.py</extracomment>
        <translation>Los últimos tres segundos antes de soltar</translation>
    </message>
    <message>
        <source>The hold or the treatment is complete</source>
        <extracomment>gui/sound_panel.py</extracomment>
        <translation>La presión o el tratamiento ha terminado</translation>
    </message>
    <message>
        <source>Words</source>
        <extracomment>gui/sound_panel.py</extracomment>
        <translation>Voz</translation>
    </message>
    <message>
        <source>Output: {output}</source>
        <extracomment>gui/sound_panel.py</extracomment>
        <translation>Salida: {output}</translation>
    </message>
    <message>
        <source>Site and side, “pain?”, “rest”, “let go”, spoken by the system&apos;s voice</source>
        <extracomment>gui/sound_panel.py</extracomment>
        <translation>Lugar y lado, «¿dolor?», «pausa», «soltar», dichos con la voz del sistema</translation>
    </message>
    <message>
        <source>quieter</source>
        <extracomment>gui/sound_panel.py</extracomment>
        <translation>más bajo</translation>
    </message>
    <message>
        <source>louder</source>
        <extracomment>gui/sound_panel.py</extracomment>
        <translation>más alto</translation>
    </message>
    <message>
        <source>All sounds in three seconds; not while the tool presses</source>
        <extracomment>gui/sound_panel.py</extracomment>
        <translation>Todos los sonidos en tres segundos; no mientras el aparato presiona</translation>
    </message>
    <message>
        <source>Sound check</source>
        <extracomment>gui/sound_panel.py</extracomment>
        <translation>Probar sonido</translation>
    </message>
    <message>
        <source>Volume {percent:.0f} %. {alarms}</source>
        <extracomment>gui/sound_panel.py</extracomment>
        <translation>Volumen {percent:.0f} %. {alarms}</translation>
    </message>
    <message>
        <source>no sound device</source>
        <extracomment>gui/speaker.py</extracomment>
        <translation>sin dispositivo de sonido</translation>
    </message>
    <message>
        <source>output lost: check the speaker</source>
        <extracomment>gui/speaker.py</extracomment>
        <translation>salida perdida: revise el altavoz</translation>
    </message>
    <message>
        <source>no sound library</source>
        <extracomment>gui/speaker.py</extracomment>
        <translation>sin biblioteca de sonido</translation>
    </message>
    <message>
        <source>Step up</source>
        <extracomment>gui/step_button.py</extracomment>
        <translation>Subir</translation>
    </message>
    <message>
        <source>{key}: step up to {target_n:.1f} N – {because}</source>
        <extracomment>gui/step_button.py</extracomment>
        <translation>{key}: subir a {target_n:.1f} N – {because}</translation>
    </message>
    <message>
        <source>{key}: no step up – {why}</source>
        <extracomment>gui/step_button.py</extracomment>
        <translation>{key}: no se sube – {why}</translation>
    </message>
    <message>
        <source>hold|one of several</source>
        <extracomment>gui/facts.py</extracomment>
        <translation>presión</translation>
    </message>
    <message>
        <source>length</source>
        <extracomment>gui/summary.py</extracomment>
        <translation>duración</translation>
    </message>
    <message>
        <source>mean</source>
        <extracomment>gui/summary.py</extracomment>
        <translation>media</translation>
    </message>
    <message>
        <source>peak</source>
        <extracomment>gui/summary.py</extracomment>
        <translation>máximo</translation>
    </message>
    <message>
        <source>let go because</source>
        <extracomment>gui/summary.py</extracomment>
        <translation>se soltó porque</translation>
    </message>
    <message>
        <source>pressed after “let go”</source>
        <extracomment>gui/summary.py</extracomment>
        <translation>tras «soltar»</translation>
    </message>
    <message>
        <source>{name}, peak {peak_n:.1f} N</source>
        <extracomment>gui/summary.py</extracomment>
        <translation>{name}, máx. {peak_n:.1f} N</translation>
    </message>
    <message>
        <source>never</source>
        <extracomment>gui/summary.py</extracomment>
        <translation>nunca</translation>
    </message>
    <message>
        <source>Close</source>
        <extracomment>gui/summary.py</extracomment>
        <translation>Cerrar</translation>
    </message>
    <message>
        <source>Closes in {left_s:.0f} s unless you touch it</source>
        <extracomment>gui/summary.py</extracomment>
        <translation>Se cierra en {left_s:.0f} s si no toca nada</translation>
    </message>
    <message>
        <source>in band</source>
        <extracomment>gui/summary.py</extracomment>
        <translation>en banda</translation>
    </message>
    <message>
        <source>dose in kPa·s</source>
        <extracomment>gui/facts.py</extracomment>
        <translation>dosis en kPa·s</translation>
    </message>
    <message>
        <source>lost of {count} readings</source>
        <extracomment>gui/summary.py</extracomment>
        <translation>perdidas de {count}</translation>
    </message>
    <message>
        <source>Record: {path}</source>
        <extracomment>gui/summary.py</extracomment>
        <translation>Registro: {path}</translation>
    </message>
    <message>
        <source>No record was kept</source>
        <extracomment>gui/summary.py</extracomment>
        <translation>No se guardó ningún registro</translation>
    </message>
    <message>
        <source>(goes on) {why}</source>
        <extracomment>gui/summary.py</extracomment>
        <translation>(continúa) {why}</translation>
    </message>
    <message>
        <source>above the limit</source>
        <extracomment>gui/summary.py</extracomment>
        <translation>sobre el límite</translation>
    </message>
    <message>
        <source>after “let go”</source>
        <extracomment>gui/summary.py</extracomment>
        <translation>tras «soltar»</translation>
    </message>
    <message>
        <source>let go</source>
        <extracomment>gui/talk.py</extracomment>
        <translation>soltar</translation>
    </message>
    <message>
        <source>{place}. Here?</source>
        <extracomment>gui/talk.py</extracomment>
        <translation>{place}. ¿Aquí?</translation>
    </message>
    <message>
        <source>Which tool?</source>
        <extracomment>gui/tool_finder.py</extracomment>
        <translation>¿Qué aparato?</translation>
    </message>
    <message>
        <source>Looking for the tool</source>
        <extracomment>gui/tool_finder.py</extracomment>
        <translation>Se busca el aparato</translation>
    </message>
    <message>
        <source>Stop the search</source>
        <extracomment>gui/tool_finder.py</extracomment>
        <translation>Terminar la búsqueda</translation>
    </message>
    <message>
        <source>The zero is asked for: keep the tool off the skin and still.</source>
        <extracomment>gui/tool_panel.py</extracomment>
        <translation>Se pide el cero: mantenga el aparato quieto y fuera de la piel.</translation>
    </message>
    <message>
        <source>{serial} · firmware {version}</source>
        <extracomment>gui/tool_panel.py</extracomment>
        <translation>{serial} · firmware {version}</translation>
    </message>
    <message>
        <source>calibration {id} of {day} · no due date</source>
        <extracomment>gui/tool_panel.py</extracomment>
        <translation>calibración {id} del {day} · sin vencimiento</translation>
    </message>
    <message>
        <source>The tool has not said yet what it is.</source>
        <extracomment>gui/tool_panel.py</extracomment>
        <translation>El aparato aún no ha dicho qué es.</translation>
    </message>
    <message>
        <source>calibration {id} of {day} · due {due}</source>
        <extracomment>gui/tool_panel.py</extracomment>
        <translation>calibración {id} del {day} · vence {due}</translation>
    </message>
    <message>
        <source>Has the tool blink or vibrate</source>
        <extracomment>gui/tool_panel.py</extracomment>
        <translation>Hace que el aparato parpadee o vibre</translation>
    </message>
    <message>
        <source>Has the system pair with the tool, so that it can be set</source>
        <extracomment>gui/tool_panel.py</extracomment>
        <translation>Hace que el sistema se vincule con el aparato, para poder ajustarlo</translation>
    </message>
    <message>
        <source>Has the tool measure what it reads off the skin</source>
        <extracomment>gui/tool_panel.py</extracomment>
        <translation>Hace que el aparato mida lo que marca fuera de la piel</translation>
    </message>
    <message>
        <source>Identify</source>
        <extracomment>gui/tool_panel.py</extracomment>
        <translation>Señalar</translation>
    </message>
    <message>
        <source>Pair</source>
        <extracomment>gui/tool_panel.py</extracomment>
        <translation>Vincular</translation>
    </message>
    <message>
        <source>Measure zero</source>
        <extracomment>gui/tool_panel.py</extracomment>
        <translation>Medir el cero</translation>
    </message>
    <message>
        <source>Undo</source>
        <extracomment>gui/body_points.py</extracomment>
        <translation>Deshacer</translation>
    </message>
    <message>
        <source>The zero before the newest one holds again</source>
        <extracomment>gui/tool_panel.py</extracomment>
        <translation>Vuelve a valer el cero anterior al más reciente</translation>
    </message>
    <message>
        <source>simulation</source>
        <extracomment>gui/meter_window.py</extracomment>
        <translation>simulación</translation>
    </message>
    <message>
        <source>speed</source>
        <extracomment>gui/top_bar.py</extracomment>
        <translation>velocidad</translation>
    </message>
    <message>
        <source>link</source>
        <extracomment>gui/meter_window.py</extracomment>
        <translation>conexión</translation>
    </message>
    <message>
        <source>lost readings</source>
        <extracomment>protocol/instruments/ability.py</extracomment>
        <translation>lecturas perdidas</translation>
    </message>
    <message>
        <source>battery</source>
        <extracomment>session/preflight.py</extracomment>
        <translation>batería</translation>
    </message>
    <message>
        <source>record</source>
        <extracomment>gui/meter_window.py</extracomment>
        <translation>registro</translation>
    </message>
    <message>
        <source>Tool</source>
        <extracomment>gui/top_bar.py</extracomment>
        <translation>Aparato</translation>
    </message>
    <message>
        <source>Shows what the tool is; has it show itself, or pairs with it</source>
        <extracomment>gui/top_bar.py</extracomment>
        <translation>Muestra qué es el aparato; hace que se muestre o lo empareja</translation>
    </message>
    <message>
        <source>Sounds</source>
        <extracomment>gui/top_bar.py</extracomment>
        <translation>Sonidos</translation>
    </message>
    <message>
        <source>Switches kinds of sound, words and the output, and lets all be heard</source>
        <extracomment>gui/top_bar.py</extracomment>
        <translation>Cambia los tipos de sonido, la voz y la salida, y deja oírlo todo</translation>
    </message>
    <message>
        <source>View</source>
        <extracomment>gui/top_bar.py</extracomment>
        <translation>Vista</translation>
    </message>
    <message>
        <source>Chooses colours, unit and language, and the picture for across the room</source>
        <extracomment>gui/top_bar.py</extracomment>
        <translation>Elige colores, unidad e idioma, y la imagen para ver desde lejos</translation>
    </message>
    <message>
        <source>One word tells what to do</source>
        <extracomment>gui/tour.py</extracomment>
        <translation>Una palabra dice qué hacer</translation>
    </message>
    <message>
        <source>A word, a shape, a colour and a tone say the same: looking or listening is enough. The large number beside them is the pressure of this moment.</source>
        <extracomment>gui/tour.py</extracomment>
        <translation>Una palabra, una forma, un color y un tono dicen lo mismo: basta con mirar o escuchar. El número grande de al lado es la presión de este momento.</translation>
    </message>
    <message>
        <source>More, hold, less</source>
        <extracomment>gui/tour.py</extracomment>
        <translation>Más, mantener, menos</translation>
    </message>
    <message>
        <source>Below the target it says more, above it less. Time counts only within the target. Each hold ends with “let go slowly”, and a rest follows.</source>
        <extracomment>gui/tour.py</extracomment>
        <translation>Por debajo del objetivo dice más, por encima menos. El tiempo solo cuenta dentro del objetivo. Cada presión termina con «soltar despacio», y sigue una pausa.</translation>
    </message>
    <message>
        <source>STOP is always there</source>
        <extracomment>gui/tour.py</extracomment>
        <translation>STOP está siempre ahí</translation>
    </message>
    <message>
        <source>The button STOP, the space bar, Escape and F12 stop at once, whatever is open. So does the client&apos;s word: press it for them. Nothing goes on by itself afterwards.</source>
        <extracomment>gui/tour.py</extracomment>
        <translation>El botón STOP, la barra espaciadora, Escape y F12 paran al instante, esté abierto lo que esté. También la palabra del cliente: púlselo por él. Después nada sigue por sí solo.</translation>
    </message>
    <message>
        <source>No reading, no number</source>
        <extracomment>gui/tour.py</extracomment>
        <translation>Sin lectura, sin número</translation>
    </message>
    <message>
        <source>Where the tool is not heard, the number becomes dashes at once. After two seconds the window asks to let go. Nothing is guessed.</source>
        <extracomment>gui/tour.py</extracomment>
        <translation>Si no se oye el aparato, el número pasa a ser guiones al instante. A los dos segundos la ventana pide soltar. Nada se adivina.</translation>
    </message>
    <message>
        <source>Try it without a tool</source>
        <extracomment>gui/tour.py</extracomment>
        <translation>Pruébelo sin aparato</translation>
    </message>
    <message>
        <source>In the practice window you press by mouse, touchpad, pen or the arrow keys on a simulated tool. All of it is marked SIMULATED, and nobody is touched. Take a break whenever you like: STOP.</source>
        <extracomment>gui/tour.py</extracomment>
        <translation>En la ventana de práctica presiona con el ratón, el panel táctil, el lápiz o las flechas sobre un aparato simulado. Todo lleva la marca SIMULADO y no se toca a nadie. Haga una pausa cuando quiera: STOP.</translation>
    </message>
    <message>
        <source>Palpate – tour</source>
        <extracomment>gui/tour.py</extracomment>
        <translation>Palpate – recorrido</translation>
    </message>
    <message>
        <source>{number} of {count}</source>
        <extracomment>gui/tour.py</extracomment>
        <translation>{number} de {count}</translation>
    </message>
    <message>
        <source>Practise now</source>
        <extracomment>gui/tour.py</extracomment>
        <translation>Practicar ahora</translation>
    </message>
    <message>
        <source>Leave the tour</source>
        <extracomment>gui/tour.py</extracomment>
        <translation>Salir del recorrido</translation>
    </message>
    <message>
        <source>Press a pad, no person: this is practice, and not a medical device.</source>
        <extracomment>gui/training/course_page.py</extracomment>
        <translation>Presione una almohadilla, no a una persona: esto es un ejercicio y no un producto sanitario.</translation>
    </message>
    <message>
        <source>level|exercise</source>
        <extracomment>gui/training/course_page.py</extracomment>
        <translation>nivel</translation>
    </message>
    <message>
        <source>exercise</source>
        <extracomment>gui/training/course_page.py</extracomment>
        <translation>ejercicio</translation>
    </message>
    <message>
        <source>feedback</source>
        <extracomment>gui/training/course_page.py</extracomment>
        <translation>fuerza visible</translation>
    </message>
    <message>
        <source>done|exercise</source>
        <extracomment>gui/training/course_page.py</extracomment>
        <translation>veces</translation>
    </message>
    <message>
        <source>Begin: {exercise} ({purpose})</source>
        <extracomment>gui/training/course_page.py</extracomment>
        <translation>Empezar: {exercise} ({purpose})</translation>
    </message>
    <message>
        <source>Nothing is due now</source>
        <extracomment>gui/training/course_page.py</extracomment>
        <translation>Ahora no hay nada pendiente</translation>
    </message>
    <message>
        <source>exercises</source>
        <extracomment>gui/training/course_page.py</extracomment>
        <translation>ejercicios</translation>
    </message>
    <message>
        <source>progress</source>
        <extracomment>gui/training/course_page.py</extracomment>
        <translation>progreso</translation>
    </message>
    <message>
        <source>Do the chosen exercise</source>
        <extracomment>gui/training/course_page.py</extracomment>
        <translation>Hacer el ejercicio elegido</translation>
    </message>
    <message>
        <source>No result yet.</source>
        <extracomment>gui/training/course_page.py</extracomment>
        <translation>Todavía no hay resultados.</translation>
    </message>
    <message>
        <source>{test}
{day}</source>
        <extracomment>gui/training/curve.py</extracomment>
        <translation>{test}
{day}</translation>
    </message>
    <message>
        <source>points of the tests without feedback</source>
        <extracomment>gui/training/curve.py</extracomment>
        <translation>puntos de las pruebas sin ver la fuerza</translation>
    </message>
    <message>
        <source>own error (MDC95)</source>
        <extracomment>gui/training/curve.py</extracomment>
        <translation>error propio (MDC95)</translation>
    </message>
    <message>
        <source>no test yet</source>
        <extracomment>gui/training/curve.py</extracomment>
        <translation>todavía no hay pruebas</translation>
    </message>
    <message>
        <source>the force is hidden</source>
        <extracomment>gui/training/exercise_page.py</extracomment>
        <translation>la fuerza está oculta</translation>
    </message>
    <message>
        <source>between two holds</source>
        <extracomment>gui/training/exercise_page.py</extracomment>
        <translation>entre dos presiones</translation>
    </message>
    <message>
        <source>the force</source>
        <extracomment>gui/training/exercise_page.py</extracomment>
        <translation>la fuerza</translation>
    </message>
    <message>
        <source>SIMULATED</source>
        <extracomment>training/lines.py</extracomment>
        <translation>SIMULADO</translation>
    </message>
    <message>
        <source>See the force (F)</source>
        <extracomment>gui/training/exercise_page.py</extracomment>
        <translation>Ver la fuerza (F)</translation>
    </message>
    <message>
        <source>trial {trial} of {trials} · {target_n:.4g} N</source>
        <extracomment>gui/training/moment.py</extracomment>
        <translation>ensayo {trial} de {trials} · {target_n:.4g} N</translation>
    </message>
    <message>
        <source>hold {trial} of {trials} · {target_n:.4g} N</source>
        <extracomment>gui/training/moment.py</extracomment>
        <translation>presión {trial} de {trials} · {target_n:.4g} N</translation>
    </message>
    <message>
        <source>hidden</source>
        <extracomment>gui/training/moment.py</extracomment>
        <translation>oculta</translation>
    </message>
    <message>
        <source>{why}: let go slowly.</source>
        <extracomment>gui/face.py</extracomment>
        <translation>{why}: suelte despacio.</translation>
    </message>
    <message>
        <source>The patient: {word}</source>
        <extracomment>gui/training/patient_panel.py</extracomment>
        <translation>El cliente: {word}</translation>
    </message>
    <message>
        <source>Ask the pain: the patient answers by themselves.</source>
        <extracomment>gui/training/patient_panel.py</extracomment>
        <translation>Pregunte por el dolor: el cliente responde por sí mismo.</translation>
    </message>
    <message>
        <source>Results come here after each trial, where the exercise tells them.</source>
        <extracomment>gui/training/result_panel.py</extracomment>
        <translation>Aquí aparecen los resultados tras cada intento, si el ejercicio los dice.</translation>
    </message>
    <message>
        <source>not pressing</source>
        <extracomment>gui/training/result_panel.py</extracomment>
        <translation>sin presionar</translation>
    </message>
    <message>
        <source>too light</source>
        <extracomment>gui/training/result_panel.py</extracomment>
        <translation>poca fuerza</translation>
    </message>
    <message>
        <source>too hard</source>
        <extracomment>gui/training/result_panel.py</extracomment>
        <translation>demasiada</translation>
    </message>
    <message>
        <source>missing|readings</source>
        <extracomment>gui/training/result_panel.py</extracomment>
        <translation>faltan lecturas</translation>
    </message>
    <message>
        <source>not released</source>
        <extracomment>gui/training/result_panel.py</extracomment>
        <translation>sin soltar</translation>
    </message>
    <message>
        <source>{number}: {target_n:.4g} N, {points:.0f} points</source>
        <extracomment>gui/training/result_panel.py</extracomment>
        <translation>{number}: {target_n:.4g} N, {points:.0f} puntos</translation>
    </message>
    <message>
        <source>second {second}: {cause}, {points:.1f}</source>
        <extracomment>gui/training/result_panel.py</extracomment>
        <translation>s {second}: {cause}, {points:.1f}</translation>
    </message>
    <message>
        <source>{seen} · {points:.0f} = 100 × closeness {closeness:.2f} × on task {on_task:.2f} × release {release:.2f} · in band {in_band:.0f} % · mean {error:+.0f} %</source>
        <extracomment>gui/training/result_panel.py</extracomment>
        <translation>{seen} · {points:.0f} = 100 × cercanía {closeness:.2f} × tiempo presionando {on_task:.2f} × soltar {release:.2f} · en la banda {in_band:.0f} % · media {error:+.0f} %</translation>
    </message>
    <message>
        <source>not shown</source>
        <extracomment>gui/training/result_panel.py</extracomment>
        <translation>no se muestra</translation>
    </message>
    <message>
        <source>{number}: {target_n:.4g} N, no score</source>
        <extracomment>gui/training/result_panel.py</extracomment>
        <translation>{number}: {target_n:.4g} N, sin puntuación</translation>
    </message>
    <message>
        <source>trials</source>
        <extracomment>gui/training/result_panel.py</extracomment>
        <translation>ensayos</translation>
    </message>
    <message>
        <source>lost points</source>
        <extracomment>gui/training/result_panel.py</extracomment>
        <translation>puntos perdidos</translation>
    </message>
    <message>
        <source>the trial&apos;s force</source>
        <extracomment>gui/training/result_panel.py</extracomment>
        <translation>fuerza del ensayo</translation>
    </message>
    <message>
        <source>seen</source>
        <extracomment>training/lines.py</extracomment>
        <translation>a la vista</translation>
    </message>
    <message>
        <source>unseen</source>
        <extracomment>training/lines.py</extracomment>
        <translation>a ciegas</translation>
    </message>
    <message>
        <source>no reading came</source>
        <extracomment>training/judge.py</extracomment>
        <translation>no llegó ninguna lectura</translation>
    </message>
    <message>
        <source>Training on a person – not a medical device</source>
        <extracomment>gui/training/window.py</extracomment>
        <translation>Entrenamiento sobre una persona: no es un producto sanitario</translation>
    </message>
    <message>
        <source>The session does not answer any more: let go, then close the window.</source>
        <extracomment>gui/bridge.py</extracomment>
        <translation>La sesión ya no responde: suelte y después cierre la ventana.</translation>
    </message>
    <message>
        <source>Pain {nrs} of 10.</source>
        <extracomment>gui/training/window.py</extracomment>
        <translation>Dolor {nrs} de 10.</translation>
    </message>
    <message>
        <source>Palpate – training</source>
        <extracomment>gui/training/window.py</extracomment>
        <translation>Palpate – entrenamiento</translation>
    </message>
    <message>
        <source>Training on a pad, no person – not a medical device</source>
        <extracomment>gui/training/window.py</extracomment>
        <translation>Entrenamiento sobre una almohadilla, sin personas: no es un producto sanitario</translation>
    </message>
    <message>
        <source>Nothing is due: there are no lessons. Choose any exercise.</source>
        <extracomment>training/lines.py</extracomment>
        <translation>No hay nada pendiente: no hay lecciones. Elija cualquier ejercicio.</translation>
    </message>
    <message>
        <source>Practice on a person: choose an exercise. STOP ends it, and so does pain, told by the keys 0 to 9 and T for ten; this is not a medical device.</source>
        <extracomment>gui/training/course_page.py</extracomment>
        <translation>Práctica sobre una persona: elija un ejercicio. STOP lo termina, y el dolor también: teclas 0 a 9, T para diez; esto no es un producto sanitario.</translation>
    </message>
    <message>
        <source>from the next start on</source>
        <extracomment>gui/view_panel.py</extracomment>
        <translation>desde el próximo inicio</translation>
    </message>
    <message>
        <source>Number, word, shape and time left as large as the window; F11 too</source>
        <extracomment>gui/view_panel.py</extracomment>
        <translation>Número, palabra, forma y tiempo restante tan grandes como la ventana; también F11</translation>
    </message>
    <message>
        <source>colours</source>
        <extracomment>gui/view_panel.py</extracomment>
        <translation>colores</translation>
    </message>
    <message>
        <source>unit</source>
        <extracomment>gui/view_panel.py</extracomment>
        <translation>unidad</translation>
    </message>
    <message>
        <source>{name}: {choice}</source>
        <extracomment>gui/view_panel.py</extracomment>
        <translation>{name}: {choice}</translation>
    </message>
    <message>
        <source>Across the room (F11)</source>
        <extracomment>gui/view_panel.py</extracomment>
        <translation>Desde lejos (F11)</translation>
    </message>
    <message>
        <source>language</source>
        <extracomment>gui/view_panel.py</extracomment>
        <translation>idioma</translation>
    </message>
    <message>
        <source>How is it now?</source>
        <extracomment>gui/visit/after.py</extracomment>
        <translation>¿Cómo está ahora?</translation>
    </message>
    <message>
        <source>pain after</source>
        <extracomment>gui/visit/after.py</extracomment>
        <translation>dolor después</translation>
    </message>
    <message>
        <source>the client&apos;s words</source>
        <extracomment>gui/visit/after.py</extracomment>
        <translation>las palabras del cliente</translation>
    </message>
    <message>
        <source>Warm, loose, tired, nothing …</source>
        <extracomment>gui/visit/after.py</extracomment>
        <translation>Calor, soltura, cansancio, nada…</translation>
    </message>
    <message>
        <source>Re-test, 2 to 5 minutes after the treatment</source>
        <extracomment>gui/visit/after.py</extracomment>
        <translation>Nueva medición, de 2 a 5 minutos después del tratamiento</translation>
    </message>
    <message>
        <source>pain at the re-test</source>
        <extracomment>gui/visit/after.py</extracomment>
        <translation>dolor en la nueva medición</translation>
    </message>
    <message>
        <source>threshold at the re-test in kPa</source>
        <extracomment>gui/visit/after.py</extracomment>
        <translation>umbral en la nueva medición en kPa</translation>
    </message>
    <message>
        <source>Pain now, 0 to 10</source>
        <extracomment>gui/visit/after.py</extracomment>
        <translation>Dolor ahora, de 0 a 10</translation>
    </message>
    <message>
        <source>Threshold in kPa, measured as before; may stay open</source>
        <extracomment>gui/visit/after.py</extracomment>
        <translation>Umbral en kPa, medido como antes; puede quedar en blanco</translation>
    </message>
    <message>
        <source>A change beyond the measurement error does not show that the treatment caused it.</source>
        <extracomment>gui/visit/after.py</extracomment>
        <translation>Un cambio mayor que el error de medida no demuestra que lo causara el tratamiento.</translation>
    </message>
    <message>
        <source>Aftercare: choose what you told the client</source>
        <extracomment>gui/visit/after.py</extracomment>
        <translation>Cuidados posteriores: elija lo que le ha dicho al cliente</translation>
    </message>
    <message>
        <source>advice</source>
        <extracomment>gui/visit/after.py</extracomment>
        <translation>consejos</translation>
    </message>
    <message>
        <source>note</source>
        <extracomment>gui/visit/after.py</extracomment>
        <translation>nota</translation>
    </message>
    <message>
        <source>{minutes} min {seconds:02d} s since the end of the treatment here</source>
        <extracomment>gui/visit/after.py</extracomment>
        <translation>{minutes} min {seconds:02d} s desde el final del tratamiento aquí</translation>
    </message>
    <message>
        <source>The way to pressure ends here: nobody is pressed anywhere in this visit as it stands.</source>
        <extracomment>gui/visit/bars.py</extracomment>
        <translation>El camino hacia la presión acaba aquí: tal como está, en esta visita no se presiona a nadie en ningún sitio.</translation>
    </message>
    <message>
        <source>Nobody is pressed in some regions, or not before you did something.</source>
        <extracomment>gui/visit/bars.py</extracomment>
        <translation>En algunas regiones no se presiona a nadie, o no antes de que usted haga algo.</translation>
    </message>
    <message>
        <source>Nothing in these answers forbids pressure. Each place has questions of its own.</source>
        <extracomment>gui/visit/bars.py</extracomment>
        <translation>Nada en estas respuestas prohíbe la presión. Cada lugar tiene sus propias preguntas.</translation>
    </message>
    <message>
        <source>{sentence} Only here: {regions}.</source>
        <extracomment>gui/visit/bars.py</extracomment>
        <translation>{sentence} Solo aquí: {regions}.</translation>
    </message>
    <message>
        <source>what blocks</source>
        <extracomment>gui/visit/bars.py</extracomment>
        <translation>lo que bloquea</translation>
    </message>
    <message>
        <source>reason to clear: {finding}</source>
        <extracomment>gui/visit/bars.py</extracomment>
        <translation>motivo de la autorización: {finding}</translation>
    </message>
    <message>
        <source>Your reason</source>
        <extracomment>gui/visit/bars.py</extracomment>
        <translation>Su motivo</translation>
    </message>
    <message>
        <source>Clear: {finding}</source>
        <extracomment>gui/visit/bars.py</extracomment>
        <translation>Autorizar: {finding}</translation>
    </message>
    <message>
        <source>What opens it: {clears}.</source>
        <extracomment>gui/visit/bars.py</extracomment>
        <translation>Lo que lo abre: {clears}.</translation>
    </message>
    <message>
        <source>Acknowledge for this visit</source>
        <extracomment>gui/visit/bars.py</extracomment>
        <translation>Darse por enterado en esta visita</translation>
    </message>
    <message>
        <source>Clear</source>
        <extracomment>gui/visit/bars.py</extracomment>
        <translation>Autorizar</translation>
    </message>
    <message>
        <source>What to do: {advice}</source>
        <extracomment>gui/visit/bars.py</extracomment>
        <translation>Qué hacer: {advice}</translation>
    </message>
    <message>
        <source>Taut band</source>
        <extracomment>gui/visit/before.py</extracomment>
        <translation>Banda tensa</translation>
    </message>
    <message>
        <source>Tender at the spot</source>
        <extracomment>gui/visit/before.py</extracomment>
        <translation>Doloroso en el punto</translation>
    </message>
    <message>
        <source>Referred pain reproduced</source>
        <extracomment>gui/visit/before.py</extracomment>
        <translation>Dolor referido reproducido</translation>
    </message>
    <message>
        <source>Local twitch</source>
        <extracomment>gui/visit/before.py</extracomment>
        <translation>Respuesta de espasmo local</translation>
    </message>
    <message>
        <source>The client knows this pain</source>
        <extracomment>gui/visit/before.py</extracomment>
        <translation>El cliente conoce este dolor</translation>
    </message>
    <message>
        <source>What brings the client here?</source>
        <extracomment>gui/visit/before.py</extracomment>
        <translation>¿Qué trae al cliente?</translation>
    </message>
    <message>
        <source>goals</source>
        <extracomment>gui/visit/before.py</extracomment>
        <translation>objetivos</translation>
    </message>
    <message>
        <source>In the client&apos;s own words</source>
        <extracomment>gui/visit/after.py</extracomment>
        <translation>En palabras del cliente</translation>
    </message>
    <message>
        <source>Goals</source>
        <extracomment>gui/visit/before.py</extracomment>
        <translation>Objetivos</translation>
    </message>
    <message>
        <source>Explain, agree, try the stop signal once</source>
        <extracomment>gui/visit/before.py</extracomment>
        <translation>Explicar, acordar, probar una vez la señal de parada</translation>
    </message>
    <message>
        <source>This text is “{name}” in the record.</source>
        <extracomment>gui/visit/before.py</extracomment>
        <translation>Este texto figura como «{name}» en el registro.</translation>
    </message>
    <message>
        <source>stop signal</source>
        <extracomment>gui/visit/before.py</extracomment>
        <translation>señal de parada</translation>
    </message>
    <message>
        <source>A word, a hand, the client&apos;s button</source>
        <extracomment>gui/visit/before.py</extracomment>
        <translation>Una palabra, una mano, el botón del cliente</translation>
    </message>
    <message>
        <source>The client&apos;s stop signal</source>
        <extracomment>gui/visit/before.py</extracomment>
        <translation>La señal de parada del cliente</translation>
    </message>
    <message>
        <source>How strong is the pain now?</source>
        <extracomment>gui/visit/before.py</extracomment>
        <translation>¿Qué intensidad tiene ahora el dolor?</translation>
    </message>
    <message>
        <source>0 is no pain, 10 the worst that one can imagine.</source>
        <extracomment>gui/visit/before.py</extracomment>
        <translation>0 es sin dolor, 10 el peor dolor que se pueda imaginar.</translation>
    </message>
    <message>
        <source>pain now</source>
        <extracomment>gui/visit/before.py</extracomment>
        <translation>dolor ahora</translation>
    </message>
    <message>
        <source>What do your fingers find?</source>
        <extracomment>gui/visit/before.py</extracomment>
        <translation>¿Qué encuentran sus dedos?</translation>
    </message>
    <message>
        <source>Pain when pressed by hand, 0 to 10; may stay open</source>
        <extracomment>gui/visit/before.py</extracomment>
        <translation>Dolor al presionar con la mano, de 0 a 10; puede quedar en blanco</translation>
    </message>
    <message>
        <source>These findings: {standing}. Two of the first three make a trigger point.</source>
        <extracomment>gui/visit/before.py</extracomment>
        <translation>Estos hallazgos: {standing}. Dos de los tres primeros hacen un punto gatillo.</translation>
    </message>
    <message>
        <source>choose a complaint or write a goal; or skip this page, with a reason</source>
        <extracomment>gui/visit/before.py</extracomment>
        <translation>elija una molestia o escriba un objetivo; o salte esta página, con un motivo</translation>
    </message>
    <message>
        <source>The client agrees</source>
        <extracomment>gui/visit/before.py</extracomment>
        <translation>El cliente acepta</translation>
    </message>
    <message>
        <source>The signal was tried once</source>
        <extracomment>gui/visit/before.py</extracomment>
        <translation>La señal se probó una vez</translation>
    </message>
    <message>
        <source>the client has to agree; without that nobody is pressed: skip this page, with the reason</source>
        <extracomment>gui/visit/before.py</extracomment>
        <translation>el cliente tiene que estar de acuerdo; sin eso no se presiona a nadie: salte esta página, con el motivo</translation>
    </message>
    <message>
        <source>pain when pressed by hand</source>
        <extracomment>gui/visit/before.py</extracomment>
        <translation>dolor al presionar con la mano</translation>
    </message>
    <message>
        <source>note on the findings</source>
        <extracomment>gui/visit/before.py</extracomment>
        <translation>nota sobre los hallazgos</translation>
    </message>
    <message>
        <source>Myofascial release with the tool</source>
        <extracomment>gui/visit/beside.py</extracomment>
        <translation>Liberación miofascial con el aparato</translation>
    </message>
    <message>
        <source>Document dry needling</source>
        <extracomment>gui/visit/beside.py</extracomment>
        <translation>Anotar punción seca</translation>
    </message>
    <message>
        <source>Dry needling is done by who is qualified for it, and only written down here: it is neither guided nor timed.</source>
        <extracomment>gui/visit/beside.py</extracomment>
        <translation>La punción seca la hace quien está cualificado para ello, y aquí solo se anota: ni se guía ni se cronometra.</translation>
    </message>
    <message>
        <source>With the tool: at most {force_n:.1f} N ({kpa:.0f} kPa) for {hold_s:g} s. {why}.</source>
        <extracomment>gui/visit/beside.py</extracomment>
        <translation>Con el aparato: como máximo {force_n:.1f} N ({kpa:.0f} kPa) durante {hold_s:g} s. {why}.</translation>
    </message>
    <message>
        <source>✓ {technique} by hand, {lasted:.0f} s</source>
        <extracomment>gui/visit/beside.py</extracomment>
        <translation>✓ {technique} con la mano, {lasted:.0f} s</translation>
    </message>
    <message>
        <source>✓ {technique} by hand, {lasted:.0f} s, not all of it</source>
        <extracomment>gui/visit/beside.py</extracomment>
        <translation>✓ {technique} con la mano, {lasted:.0f} s, sin terminar</translation>
    </message>
    <message>
        <source>✓ myofascial release with the tool, {in_band_s:.0f} s in band: {outcome}</source>
        <extracomment>gui/visit/beside.py</extracomment>
        <translation>✓ liberación miofascial con el aparato, {in_band_s:.0f} s en la banda: {outcome}</translation>
    </message>
    <message>
        <source>… a myofascial release with the tool was begun, and its end is not known: it counts as pressed in full</source>
        <extracomment>gui/visit/beside.py</extracomment>
        <translation>… se empezó una liberación miofascial con el aparato y no se conoce su final: cuenta como presionada por completo</translation>
    </message>
    <message>
        <source>✓ dry needling by {by} ({qualification}): {where}; reaction: {reaction}</source>
        <extracomment>gui/visit/beside.py</extracomment>
        <translation>✓ punción seca por {by} ({qualification}): {where}; reacción: {reaction}</translation>
    </message>
    <message>
        <source>{what}: write it, “none” too</source>
        <extracomment>gui/visit/beside.py</extracomment>
        <translation>{what}: escríbalo, también «ninguna»</translation>
    </message>
    <message>
        <source>Myofascial release by hand: low pressure, slowly</source>
        <extracomment>gui/visit/beside.py</extracomment>
        <translation>Liberación miofascial con la mano: poca presión, despacio</translation>
    </message>
    <message>
        <source>Stretch, after the compression</source>
        <extracomment>gui/visit/beside.py</extracomment>
        <translation>Estiramiento, después de la compresión</translation>
    </message>
    <message>
        <source>Mobilisation: movement through the range</source>
        <extracomment>gui/visit/beside.py</extracomment>
        <translation>Movilización: movimiento por todo el recorrido</translation>
    </message>
    <message>
        <source>Who did it</source>
        <extracomment>gui/visit/beside.py</extracomment>
        <translation>Quién la hizo</translation>
    </message>
    <message>
        <source>Qualified how</source>
        <extracomment>gui/visit/beside.py</extracomment>
        <translation>Con qué cualificación</translation>
    </message>
    <message>
        <source>Where: muscle, depth</source>
        <extracomment>gui/visit/beside.py</extracomment>
        <translation>Dónde: músculo, profundidad</translation>
    </message>
    <message>
        <source>Reaction: twitch, pain, bleeding, dizziness, or none</source>
        <extracomment>gui/visit/beside.py</extracomment>
        <translation>Reacción: espasmo, dolor, sangrado, mareo o ninguna</translation>
    </message>
    <message>
        <source>Keep this</source>
        <extracomment>gui/visit/beside.py</extracomment>
        <translation>Guardar esto</translation>
    </message>
    <message>
        <source>what was done here, and what may be done</source>
        <extracomment>gui/visit/beside.py</extracomment>
        <translation>lo que se hizo aquí y lo que se puede hacer</translation>
    </message>
    <message>
        <source>Anything else here?</source>
        <extracomment>gui/visit/beside.py</extracomment>
        <translation>¿Algo más aquí?</translation>
    </message>
    <message>
        <source>Each is kept as soon as it is done. Next goes on, also without any.</source>
        <extracomment>gui/visit/beside.py</extracomment>
        <translation>Cada cosa se guarda en cuanto está hecha. «Siguiente» continúa, también sin ninguna.</translation>
    </message>
    <message>
        <source>Dry needling</source>
        <extracomment>gui/visit/beside.py</extracomment>
        <translation>Punción seca</translation>
    </message>
    <message>
        <source>passphrase</source>
        <extracomment>gui/visit/cover.py</extracomment>
        <translation>frase de contraseña</translation>
    </message>
    <message>
        <source>Passphrase</source>
        <extracomment>gui/visit/cover.py</extracomment>
        <translation>Frase de contraseña</translation>
    </message>
    <message>
        <source>Unlock</source>
        <extracomment>gui/visit/cover.py</extracomment>
        <translation>Desbloquear</translation>
    </message>
    <message>
        <source>Locked: nobody touched this window for a while.</source>
        <extracomment>gui/visit/cover.py</extracomment>
        <translation>Bloqueado: nadie ha tocado esta ventana desde hace un rato.</translation>
    </message>
    <message>
        <source>All that was sent is kept. The passphrase of {who}:</source>
        <extracomment>gui/visit/cover.py</extracomment>
        <translation>Todo lo que se envió está guardado. La frase de contraseña de {who}:</translation>
    </message>
    <message>
        <source>This is not the passphrase: try again, small and large letters count.</source>
        <extracomment>gui/visit/cover.py</extracomment>
        <translation>Esta no es la frase de contraseña: inténtelo de nuevo; cuentan las mayúsculas y minúsculas.</translation>
    </message>
    <message>
        <source>found</source>
        <extracomment>gui/visit/fields.py</extracomment>
        <translation>hallado</translation>
    </message>
    <message>
        <source>not found</source>
        <extracomment>gui/visit/fields.py</extracomment>
        <translation>no hallado</translation>
    </message>
    <message>
        <source>not tested</source>
        <extracomment>gui/visit/fields.py</extracomment>
        <translation>no examinado</translation>
    </message>
    <message>
        <source>{name}: give a number above 0</source>
        <extracomment>gui/visit/fields.py</extracomment>
        <translation>{name}: indique un número mayor que 0</translation>
    </message>
    <message>
        <source>{name}: {value}</source>
        <extracomment>gui/visit/fields.py</extracomment>
        <translation>{name}: {value}</translation>
    </message>
    <message>
        <source>{name}: choose one; nothing is chosen beforehand</source>
        <extracomment>gui/visit/fields.py</extracomment>
        <translation>{name}: elija una opción; no hay nada elegido de antemano</translation>
    </message>
    <message>
        <source>{name}: “{text}” is no number: write digits, as 412 or 38.5</source>
        <extracomment>gui/visit/fields.py</extracomment>
        <translation>{name}: «{text}» no es un número: escriba cifras, como 412 o 38,5</translation>
    </message>
    <message>
        <source>The treatment broke off: {why}</source>
        <extracomment>gui/visit/live.py</extracomment>
        <translation>El tratamiento se interrumpió: {why}</translation>
    </message>
    <message>
        <source>{movement}, {side}</source>
        <extracomment>gui/visit/motion.py</extracomment>
        <translation>{movement}, {side}</translation>
    </message>
    <message>
        <source>{what} in degrees</source>
        <extracomment>gui/visit/motion.py</extracomment>
        <translation>{what} en grados</translation>
    </message>
    <message>
        <source>{what}, {method}</source>
        <extracomment>gui/visit/motion.py</extracomment>
        <translation>{what}, {method}</translation>
    </message>
    <message>
        <source>before: {degrees:g}°</source>
        <extracomment>gui/visit/motion.py</extracomment>
        <translation>antes: {degrees:g}°</translation>
    </message>
    <message>
        <source>How far does it move now?</source>
        <extracomment>gui/visit/motion.py</extracomment>
        <translation>¿Hasta dónde llega ahora?</translation>
    </message>
    <message>
        <source>How far does it move?</source>
        <extracomment>gui/visit/motion.py</extracomment>
        <translation>¿Hasta dónde llega?</translation>
    </message>
    <message>
        <source>Add this movement</source>
        <extracomment>gui/visit/motion.py</extracomment>
        <translation>Añadir movimiento</translation>
    </message>
    <message>
        <source>In degrees; a change smaller than the error of the method says nothing.</source>
        <extracomment>gui/visit/motion.py</extracomment>
        <translation>En grados; un cambio menor que el error del método no dice nada.</translation>
    </message>
    <message>
        <source>degrees</source>
        <extracomment>gui/visit/motion.py</extracomment>
        <translation>grados</translation>
    </message>
    <message>
        <source>Measure what the complaint limits, as often as you like; or go on without.</source>
        <extracomment>gui/visit/motion.py</extracomment>
        <translation>Mida lo que las molestias limitan, tantas veces como quiera; o siga sin medir.</translation>
    </message>
    <message>
        <source>{name}: more than {most:g} is no movement; write it again</source>
        <extracomment>gui/visit/motion.py</extracomment>
        <translation>{name}: más de {most:g} no es un movimiento; escríbalo de nuevo</translation>
    </message>
    <message>
        <source>Movement</source>
        <extracomment>gui/visit/motion.py</extracomment>
        <translation>Movimiento</translation>
    </message>
    <message>
        <source>Measured with</source>
        <extracomment>gui/visit/motion.py</extracomment>
        <translation>Medido con</translation>
    </message>
    <message>
        <source>{number}   {site}, {side}   –   {position}   –   minute {starts:.0f} to {ends:.0f}</source>
        <extracomment>gui/visit/order.py</extracomment>
        <translation>{number}   {site}, {side}   –   {position}   –   minuto {starts:.0f} a {ends:.0f}</translation>
    </message>
    <message>
        <source>{row}   ↻ turn over</source>
        <extracomment>gui/visit/order.py</extracomment>
        <translation>{row}   ↻ darse la vuelta</translation>
    </message>
    <message>
        <source>It takes {total:.0f} min. Say how many minutes the appointment has.</source>
        <extracomment>gui/visit/order.py</extracomment>
        <translation>Lleva {total:.0f} min. Indique cuántos minutos tiene la cita.</translation>
    </message>
    <message>
        <source>It takes {total:.0f} min, and the appointment has {has:g} min.</source>
        <extracomment>gui/visit/order.py</extracomment>
        <translation>Lleva {total:.0f} min, y la cita tiene {has:g} min.</translation>
    </message>
    <message>
        <source>! It takes {total:.0f} min, and the appointment has {has:g}: {over:.0f} min too many. Leave points out, or go back to a plan and take fewer or shorter holds.</source>
        <extracomment>gui/visit/order.py</extracomment>
        <translation>! Lleva {total:.0f} min, y la cita tiene {has:g}: sobran {over:.0f} min. Deje puntos fuera, o vuelva a un plan y elija menos presiones o presiones más cortas.</translation>
    </message>
    <message>
        <source>One point after another: holds and rests, {change:.0f} s to the next point, {turn:.0f} s to turn over.</source>
        <extracomment>gui/visit/order.py</extracomment>
        <translation>Un punto tras otro: presiones y pausas, {change:.0f} s hasta el punto siguiente, {turn:.0f} s para darse la vuelta.</translation>
    </message>
    <message>
        <source>In which order, and does it fit?</source>
        <extracomment>gui/visit/order.py</extracomment>
        <translation>¿En qué orden, y cabe en la cita?</translation>
    </message>
    <message>
        <source>in minutes</source>
        <extracomment>gui/visit/order.py</extracomment>
        <translation>en minutos</translation>
    </message>
    <message>
        <source>Minutes that are left for the treatment</source>
        <extracomment>gui/visit/order.py</extracomment>
        <translation>Minutos que quedan para el tratamiento</translation>
    </message>
    <message>
        <source>points in the order of the treatment</source>
        <extracomment>gui/visit/order.py</extracomment>
        <translation>puntos en el orden del tratamiento</translation>
    </message>
    <message>
        <source>minutes</source>
        <extracomment>gui/visit/order.py</extracomment>
        <translation>minutos</translation>
    </message>
    <message>
        <source>Earlier</source>
        <extracomment>gui/visit/order.py</extracomment>
        <translation>Antes</translation>
    </message>
    <message>
        <source>Later</source>
        <extracomment>gui/visit/order.py</extracomment>
        <translation>Después</translation>
    </message>
    <message>
        <source>Other position</source>
        <extracomment>gui/visit/order.py</extracomment>
        <translation>Otra posición</translation>
    </message>
    <message>
        <source>Group by position</source>
        <extracomment>gui/visit/order.py</extracomment>
        <translation>Agrupar por posición</translation>
    </message>
    <message>
        <source>Alt+Up</source>
        <extracomment>gui/visit/order.py</extracomment>
        <translation>Alt+Flecha arriba</translation>
    </message>
    <message>
        <source>Alt+Down</source>
        <extracomment>gui/visit/order.py</extracomment>
        <translation>Alt+Flecha abajo</translation>
    </message>
    <message>
        <source>Alt+P</source>
        <extracomment>gui/visit/order.py</extracomment>
        <translation>Alt+P</translation>
    </message>
    <message>
        <source>minutes of the appointment</source>
        <extracomment>gui/visit/order.py</extracomment>
        <translation>minutos de la cita</translation>
    </message>
    <message>
        <source>Alt+U</source>
        <extracomment>gui/visit/points.py</extracomment>
        <translation>Alt+U</translation>
    </message>
    <message>
        <source>Where? Up to six points</source>
        <extracomment>gui/visit/points.py</extracomment>
        <translation>¿Dónde? Hasta seis puntos</translation>
    </message>
    <message>
        <source>choose at least one point; or skip this page, with a reason: nobody is pressed then</source>
        <extracomment>gui/visit/points.py</extracomment>
        <translation>elija al menos un punto; o salte esta página, con un motivo: entonces no se presiona a nadie</translation>
    </message>
    <message>
        <source>{many} points are too many for one visit: take at most {most}</source>
        <extracomment>clinic/plans/visit.py</extracomment>
        <translation>{many} puntos son demasiados para una visita: tome {most} como máximo</translation>
    </message>
    <message>
        <source>Nobody is pressed here now</source>
        <extracomment>gui/visit/pressing.py</extracomment>
        <translation>Aquí no se presiona a nadie ahora</translation>
    </message>
    <message>
        <source>nobody is pressed here now: {why}</source>
        <extracomment>clinic/screening/effective.py</extracomment>
        <translation>aquí no se presiona a nadie ahora: {why}</translation>
    </message>
    <message>
        <source>At most {force_n:.1f} N ({kpa:.0f} kPa) for {hold_s:g} s, with a band of ±10 %: {why}</source>
        <extracomment>gui/visit/pressing.py</extracomment>
        <translation>Como máximo {force_n:.1f} N ({kpa:.0f} kPa) durante {hold_s:g} s, con una banda de ±10 %: {why}</translation>
    </message>
    <message>
        <source>With this plan all points take {minutes:.0f} min, one after another.</source>
        <extracomment>gui/visit/pressing.py</extracomment>
        <translation>Con este plan todos los puntos duran {minutes:.0f} min, uno tras otro.</translation>
    </message>
    <message>
        <source>Skip this page with “Skip…”, or go back to what would open it.</source>
        <extracomment>gui/visit/pressing.py</extracomment>
        <translation>Salte esta página con «Saltar…», o vuelva a lo que la abriría.</translation>
    </message>
    <message>
        <source>{evidence}. Source: {sources}; confidence: {confidence}.</source>
        <extracomment>gui/visit/pressing.py</extracomment>
        <translation>{evidence}. Fuente: {sources}; confianza: {confidence}.</translation>
    </message>
    <message>
        <source>Target in N</source>
        <extracomment>gui/visit/pressing.py</extracomment>
        <translation>Objetivo en N</translation>
    </message>
    <message>
        <source>Hold in s</source>
        <extracomment>gui/visit/pressing.py</extracomment>
        <translation>Duración en s</translation>
    </message>
    <message>
        <source>Holds</source>
        <extracomment>gui/visit/pressing.py</extracomment>
        <translation>Presiones</translation>
    </message>
    <message>
        <source>Rest in s</source>
        <extracomment>gui/visit/pressing.py</extracomment>
        <translation>Pausa en s</translation>
    </message>
    <message>
        <source>why nobody is pressed</source>
        <extracomment>gui/visit/pressing.py</extracomment>
        <translation>por qué no se presiona a nadie</translation>
    </message>
    <message>
        <source>prescriptions</source>
        <extracomment>gui/visit/pressing.py</extracomment>
        <translation>prescripciones</translation>
    </message>
    <message>
        <source>What it asks to be acknowledged is</source>
        <extracomment>gui/visit/pressing.py</extracomment>
        <translation>Se ha tomado nota de lo que el plan pide</translation>
    </message>
    <message>
        <source>A target above the last visit&apos;s is meant</source>
        <extracomment>gui/visit/pressing.py</extracomment>
        <translation>Se pretende un objetivo mayor que el de la última visita</translation>
    </message>
    <message>
        <source>target in N</source>
        <extracomment>gui/visit/pressing.py</extracomment>
        <translation>objetivo en N</translation>
    </message>
    <message>
        <source>hold in s</source>
        <extracomment>gui/visit/pressing.py</extracomment>
        <translation>duración de la presión en s</translation>
    </message>
    <message>
        <source>holds</source>
        <extracomment>gui/meter_window.py</extracomment>
        <translation>presiones</translation>
    </message>
    <message>
        <source>rest in s</source>
        <extracomment>gui/visit/pressing.py</extracomment>
        <translation>pausa en s</translation>
    </message>
    <message>
        <source>holds are counted in whole numbers</source>
        <extracomment>gui/visit/pressing.py</extracomment>
        <translation>las presiones se cuentan en números enteros</translation>
    </message>
    <message>
        <source>Not here: {why}</source>
        <extracomment>gui/visit/pressing.py</extracomment>
        <translation>Aquí no: {why}</translation>
    </message>
    <message>
        <source>A target above the last visit&apos;s {last_n:.1f} N is meant</source>
        <extracomment>gui/visit/pressing.py</extracomment>
        <translation>Se pretende un objetivo mayor que los {last_n:.1f} N de la última visita</translation>
    </message>
    <message>
        <source>“Unsure” counts as yes until it is cleared up. Keys: Y, N, U; Backspace goes back.</source>
        <extracomment>gui/visit/questions.py</extracomment>
        <translation>«Dudoso» cuenta como sí hasta que se aclare. Teclas: S, N, D; Retroceso vuelve atrás.</translation>
    </message>
    <message>
        <source>Question {at} of {count}</source>
        <extracomment>gui/visit/questions.py</extracomment>
        <translation>Pregunta {at} de {count}</translation>
    </message>
    <message>
        <source>Question {at} of {count} · asked at every entrance</source>
        <extracomment>gui/visit/questions.py</extracomment>
        <translation>Pregunta {at} de {count} · se hace siempre al empezar</translation>
    </message>
    <message>
        <source>Yes  (Y)</source>
        <extracomment>gui/visit/questions.py</extracomment>
        <translation>Sí  (S)</translation>
    </message>
    <message>
        <source>No  (N)</source>
        <extracomment>gui/visit/questions.py</extracomment>
        <translation>No  (N)</translation>
    </message>
    <message>
        <source>Unsure  (U)</source>
        <extracomment>gui/visit/questions.py</extracomment>
        <translation>Dudoso  (D)</translation>
    </message>
    <message>
        <source>this place may be pressed</source>
        <extracomment>gui/visit/questions.py</extracomment>
        <translation>este lugar se puede presionar</translation>
    </message>
    <message>
        <source>Answered in this visit: {text}. Next keeps that; answering anew replaces it.</source>
        <extracomment>gui/visit/questions.py</extracomment>
        <translation>Respondido en esta visita: {text}. «Siguiente» lo conserva; responder de nuevo lo sustituye.</translation>
    </message>
    <message>
        <source>question</source>
        <extracomment>gui/visit/questions.py</extracomment>
        <translation>pregunta</translation>
    </message>
    <message>
        <source>Ask all again</source>
        <extracomment>gui/visit/questions.py</extracomment>
        <translation>Preguntar todo de nuevo</translation>
    </message>
    <message numerus="yes">
        <source>All %n questions are answered.</source>
        <extracomment>gui/visit/questions.py</extracomment>
        <translation>
            <numerusform>%n pregunta está respondida.</numerusform>
            <numerusform>Las %n preguntas están respondidas.</numerusform>
        </translation>
    </message>
    <message>
        <source>Press Next to keep the answers.</source>
        <extracomment>gui/visit/questions.py</extracomment>
        <translation>Pulse «Siguiente» para guardar las respuestas.</translation>
    </message>
    <message numerus="yes">
        <source>All %n questions</source>
        <extracomment>gui/visit/questions.py</extracomment>
        <translation>
            <numerusform>%n pregunta</numerusform>
            <numerusform>Las %n preguntas</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Quick: the %n hard ones</source>
        <extracomment>gui/visit/questions.py</extracomment>
        <translation>
            <numerusform>Rápido: la %n esencial</numerusform>
            <numerusform>Rápido: las %n esenciales</numerusform>
        </translation>
    </message>
    <message>
        <source>nobody is pressed without these questions: choose all of them, or the quick session</source>
        <extracomment>gui/visit/questions.py</extracomment>
        <translation>sin estas preguntas no se presiona a nadie: elija todas o la sesión rápida</translation>
    </message>
    <message>
        <source>Nobody is pressed before these questions are answered.</source>
        <extracomment>gui/visit/questions.py</extracomment>
        <translation>No se presiona a nadie antes de responder a estas preguntas.</translation>
    </message>
    <message>
        <source>What a quick session leaves out lowers the limits as a yes would.</source>
        <extracomment>gui/visit/questions.py</extracomment>
        <translation>Lo que una sesión rápida deja fuera baja los límites como lo haría un sí.</translation>
    </message>
    <message>
        <source>The measurement broke off: {why}</source>
        <extracomment>gui/visit/ramps.py</extracomment>
        <translation>La medición se interrumpió: {why}</translation>
    </message>
    <message>
        <source>{who}: {done} of {count} pages are filled in. The visit is kept in {where}.</source>
        <extracomment>gui/visit/report.py</extracomment>
        <translation>{who}: {done} de {count} páginas están rellenas. La visita se guarda aquí: {where}.</translation>
    </message>
    <message>
        <source>Printed: {files}</source>
        <extracomment>gui/visit/report.py</extracomment>
        <translation>Impreso: {files}</translation>
    </message>
    <message>
        <source>Nothing is printed here. Whenever you want paper: palpate report {who} -o FILE.pdf</source>
        <extracomment>gui/visit/report.py</extracomment>
        <translation>Aquí no se imprime nada. Cuando quiera papel: palpate report {who} -o FILE.pdf</translation>
    </message>
    <message>
        <source>Print the report</source>
        <extracomment>gui/visit/report.py</extracomment>
        <translation>Imprimir el informe</translation>
    </message>
    <message>
        <source>pages that are not filled in</source>
        <extracomment>gui/visit/report.py</extracomment>
        <translation>páginas sin rellenar</translation>
    </message>
    <message>
        <source>the tool could not be reached</source>
        <extracomment>gui/visit/run.py</extracomment>
        <translation>no se pudo acceder al aparato</translation>
    </message>
    <message>
        <source>Nobody was pressed: {why}</source>
        <extracomment>gui/visit/run.py</extracomment>
        <translation>No se presionó a nadie: {why}</translation>
    </message>
    <message>
        <source>{site},
{side}</source>
        <extracomment>gui/visit/stepper.py</extracomment>
        <translation>{site},
{side}</translation>
    </message>
    <message>
        <source>the way through the visit</source>
        <extracomment>gui/visit/stepper.py</extracomment>
        <translation>el recorrido de la visita</translation>
    </message>
    <message>
        <source>open</source>
        <extracomment>gui/visit/stepper.py</extracomment>
        <translation>pendiente</translation>
    </message>
    <message>
        <source>left out: {why}</source>
        <extracomment>gui/visit/stepper.py</extracomment>
        <translation>omitido: {why}</translation>
    </message>
    <message>
        <source>begun, its end is not known</source>
        <extracomment>gui/visit/stepper.py</extracomment>
        <translation>empezado, no se sabe cómo terminó</translation>
    </message>
    <message>
        <source>closed: {why}</source>
        <extracomment>gui/visit/stepper.py</extracomment>
        <translation>cerrado: {why}</translation>
    </message>
    <message>
        <source>STOP – let go. It stands in the register of events.</source>
        <extracomment>gui/visit/stop.py</extracomment>
        <translation>STOP: suelte. Figura en el registro de eventos.</translation>
    </message>
    <message>
        <source>Why was STOP pressed? Nobody is pressed until that is told.</source>
        <extracomment>gui/visit/stop.py</extracomment>
        <translation>¿Por qué se pulsó STOP? No se presiona a nadie hasta que se diga.</translation>
    </message>
    <message>
        <source>A ramp ends here at {kpa:.0f} kPa ({force_n:.0f} N): {why}.</source>
        <extracomment>gui/visit/threshold.py</extracomment>
        <translation>Una subida termina aquí a {kpa:.0f} kPa ({force_n:.0f} N): {why}.</translation>
    </message>
    <message>
        <source>{kpa:.0f} kPa were measured here in this visit.</source>
        <extracomment>gui/visit/threshold.py</extracomment>
        <translation>En esta visita se midieron aquí {kpa:.0f} kPa.</translation>
    </message>
    <message>
        <source>&gt; {kpa:.0f} kPa: the ramp ended before it hurt, and that is no figure to plan with. Skip this page.</source>
        <extracomment>gui/visit/threshold.py</extracomment>
        <translation>&gt; {kpa:.0f} kPa: la subida terminó antes de que doliera, y con esa cifra no se puede planificar. Salte esta página.</translation>
    </message>
    <message>
        <source>Nothing was found: {outcome}</source>
        <extracomment>gui/visit/threshold.py</extracomment>
        <translation>No se halló nada: {outcome}</translation>
    </message>
    <message>
        <source>Without a threshold of this visit, point and tip only plans led by pain are offered.</source>
        <extracomment>gui/visit/threshold.py</extracomment>
        <translation>Sin un umbral de esta visita, de este punto y con esta punta solo se ofrecen planes guiados por el dolor.</translation>
    </message>
    <message>
        <source>Practise it elsewhere first. Say site and side aloud, and keep the tool off the skin.</source>
        <extracomment>gui/visit/threshold.py</extracomment>
        <translation>Practíquelo primero en otro lugar. Diga lugar y lado en voz alta y mantenga el aparato separado de la piel.</translation>
    </message>
    <message>
        <source>threshold in kPa</source>
        <extracomment>gui/visit/threshold.py</extracomment>
        <translation>umbral en kPa</translation>
    </message>
    <message>
        <source>in kPa</source>
        <extracomment>gui/visit/after.py</extracomment>
        <translation>en kPa</translation>
    </message>
    <message>
        <source>Measure it with the tool</source>
        <extracomment>gui/visit/threshold.py</extracomment>
        <translation>Medir con el aparato</translation>
    </message>
    <message>
        <source>Do not trust it: painkiller, distraction, unclear signal</source>
        <extracomment>gui/visit/threshold.py</extracomment>
        <translation>No fiarse: analgésico, distracción, señal poco clara</translation>
    </message>
    <message>
        <source>threshold</source>
        <extracomment>gui/visit/after.py</extracomment>
        <translation>umbral</translation>
    </message>
    <message>
        <source>Looking for the tool …</source>
        <extracomment>gui/visit/threshold.py</extracomment>
        <translation>Buscando el aparato …</translation>
    </message>
    <message>
        <source>Measure it again</source>
        <extracomment>gui/visit/threshold.py</extracomment>
        <translation>Medir otra vez</translation>
    </message>
    <message>
        <source>Measured threshold in kPa; skip this page where there is none</source>
        <extracomment>gui/visit/threshold.py</extracomment>
        <translation>Umbral medido en kPa; salte esta página donde no lo haya</translation>
    </message>
    <message>
        <source>Pain threshold with this tip</source>
        <extracomment>gui/visit/threshold.py</extracomment>
        <translation>Umbral de dolor con esta punta</translation>
    </message>
    <message>
        <source>Part {number} of {count}, {all_left} s in all</source>
        <extracomment>gui/visit/timer.py</extracomment>
        <translation>Parte {number} de {count}, quedan {all_left} s en total</translation>
    </message>
    <message>
        <source>Then: {doing}</source>
        <extracomment>gui/visit/timer.py</extracomment>
        <translation>Después: {doing}</translation>
    </message>
    <message>
        <source>✓  done</source>
        <extracomment>gui/visit/timer.py</extracomment>
        <translation>✓  hecho</translation>
    </message>
    <message>
        <source>Let the pressure rise slowly, only to where the tissue begins to resist.</source>
        <extracomment>gui/visit/timer.py</extracomment>
        <translation>Deje que la presión aumente despacio, solo hasta donde el tejido empieza a resistir.</translation>
    </message>
    <message>
        <source>Stay there. Low and steady; follow where it yields, and do not press through.</source>
        <extracomment>gui/visit/timer.py</extracomment>
        <translation>Quédese ahí. Poca presión y constante; siga donde cede y no la fuerce.</translation>
    </message>
    <message>
        <source>Let go as slowly as you came.</source>
        <extracomment>gui/visit/timer.py</extracomment>
        <translation>Suelte tan despacio como llegó.</translation>
    </message>
    <message>
        <source>To where it pulls and not where it hurts; the client breathes on.</source>
        <extracomment>gui/visit/timer.py</extracomment>
        <translation>Hasta donde tira y no donde duele; el cliente sigue respirando.</translation>
    </message>
    <message>
        <source>Slowly through the whole range that does not hurt.</source>
        <extracomment>gui/visit/timer.py</extracomment>
        <translation>Despacio por todo el recorrido que no duele.</translation>
    </message>
    <message>
        <source>Let it rest.</source>
        <extracomment>gui/visit/timer.py</extracomment>
        <translation>Déjelo descansar.</translation>
    </message>
    <message>
        <source>Once more</source>
        <extracomment>gui/visit/timer.py</extracomment>
        <translation>Otra vez</translation>
    </message>
    <message>
        <source>part of this stage that is over</source>
        <extracomment>gui/visit/timer.py</extracomment>
        <translation>cuánto de esta parte ha pasado</translation>
    </message>
    <message>
        <source>Done</source>
        <extracomment>gui/visit/report.py</extracomment>
        <translation>Hecho</translation>
    </message>
    <message>
        <source>Start</source>
        <extracomment>gui/visit/timer.py</extracomment>
        <translation>Iniciar</translation>
    </message>
    <message>
        <source>Skip part</source>
        <extracomment>gui/visit/timer.py</extracomment>
        <translation>Saltar parte</translation>
    </message>
    <message>
        <source>Repeat part</source>
        <extracomment>gui/visit/timer.py</extracomment>
        <translation>Repetir parte</translation>
    </message>
    <message>
        <source>Part before</source>
        <extracomment>gui/visit/timer.py</extracomment>
        <translation>Parte anterior</translation>
    </message>
    <message>
        <source>{site}, {side}, {lies}</source>
        <extracomment>gui/visit/treatment.py</extracomment>
        <translation>{site}, {side}, {lies}</translation>
    </message>
    <message>
        <source>{repetitions} × {hold_s:g} s at {target_n:.1f} N, rests of {rest_s:g} s</source>
        <extracomment>gui/visit/treatment.py</extracomment>
        <translation>{repetitions} × {hold_s:g} s a {target_n:.1f} N, pausas de {rest_s:g} s</translation>
    </message>
    <message>
        <source>{hold_s:g} s at {target_n:.1f} N, once</source>
        <extracomment>gui/visit/treatment.py</extracomment>
        <translation>{hold_s:g} s a {target_n:.1f} N, una vez</translation>
    </message>
    <message>
        <source>A treatment was begun here at {at:%H:%M}, and nobody knows its end.</source>
        <extracomment>gui/visit/treatment.py</extracomment>
        <translation>A las {at:%H:%M} se empezó aquí un tratamiento y nadie sabe cómo terminó.</translation>
    </message>
    <message>
        <source>All that was planned then counts as pressed, unless its record says how it ended.</source>
        <extracomment>gui/visit/treatment.py</extracomment>
        <translation>Todo lo que estaba planificado cuenta entonces como presionado, salvo que su registro diga cómo terminó.</translation>
    </message>
    <message>
        <source>At each following place the window names site and side and waits: a short press of the button on the tool, or of the pedal, says that the tool is there; a double one leaves the place out. How it was is asked for at the end.</source>
        <extracomment>gui/visit/treatment.py</extracomment>
        <translation>En cada lugar siguiente la ventana nombra el lugar y el lado y espera: una pulsación corta del botón del aparato, o del pedal, dice que el aparato está ahí; una doble omite el lugar. Cómo fue se pregunta al final.</translation>
    </message>
    <message>
        <source>Done: {outcome} Record: {record}.</source>
        <extracomment>gui/visit/treatment.py</extracomment>
        <translation>Hecho: {outcome} Registro: {record}.</translation>
    </message>
    <message>
        <source>Begin the treatment</source>
        <extracomment>gui/visit/treatment.py</extracomment>
        <translation>Empezar el tratamiento</translation>
    </message>
    <message>
        <source>Begin here, then the other places by the tool&apos;s button</source>
        <extracomment>gui/visit/treatment.py</extracomment>
        <translation>Empezar aquí, luego los demás lugares con el botón del aparato</translation>
    </message>
    <message>
        <source>{place}: looking for the tool …</source>
        <extracomment>gui/visit/treatment.py</extracomment>
        <translation>{place}: buscando el aparato …</translation>
    </message>
    <message>
        <source>Say site and side aloud. Keep the tool off the skin. Then begin.</source>
        <extracomment>gui/visit/treatment.py</extracomment>
        <translation>Diga lugar y lado en voz alta. Mantenga el aparato separado de la piel. Luego empiece.</translation>
    </message>
    <message>
        <source>front view</source>
        <extracomment>gui/visit/where.py</extracomment>
        <translation>vista de frente</translation>
    </message>
    <message>
        <source>back view</source>
        <extracomment>gui/visit/where.py</extracomment>
        <translation>vista de espaldas</translation>
    </message>
    <message>
        <source>side view</source>
        <extracomment>gui/visit/where.py</extracomment>
        <translation>vista de lado</translation>
    </message>
    <message>
        <source>Not a medical device · {pseudonym} · {name}</source>
        <extracomment>gui/visit/window.py</extracomment>
        <translation>No es un producto sanitario · {pseudonym} · {name}</translation>
    </message>
    <message>
        <source>Ctrl+Enter: next · Alt+←: back · Ctrl+K: skip · Ctrl+L: the way · Escape, F12: STOP</source>
        <extracomment>gui/visit/window.py</extracomment>
        <translation>Ctrl+Intro: siguiente · Alt+←: atrás · Ctrl+K: saltar · Ctrl+L: recorrido · Esc, F12: STOP</translation>
    </message>
    <message>
        <source>This visit was begun at {at:%H:%M} and goes on here.</source>
        <extracomment>gui/visit/window.py</extracomment>
        <translation>Esta visita se empezó a las {at:%H:%M} y sigue aquí.</translation>
    </message>
    <message>
        <source>STOP was pressed: {reason}. It stands in the register; ask again after 24 h.</source>
        <extracomment>gui/visit/window.py</extracomment>
        <translation>Se pulsó STOP: {reason}. Figura en el registro de eventos; vuelva a preguntar a las 24 h.</translation>
    </message>
    <message>
        <source>Palpate – visit</source>
        <extracomment>gui/visit/window.py</extracomment>
        <translation>Palpate – visita</translation>
    </message>
    <message>
        <source>why it is left out</source>
        <extracomment>gui/visit/window.py</extracomment>
        <translation>por qué se omite</translation>
    </message>
    <message>
        <source>Why is it left out?</source>
        <extracomment>gui/visit/window.py</extracomment>
        <translation>¿Por qué se omite?</translation>
    </message>
    <message>
        <source>Go on</source>
        <extracomment>gui/visit/timer.py</extracomment>
        <translation>Continuar</translation>
    </message>
    <message>
        <source>Finish</source>
        <extracomment>gui/visit/window.py</extracomment>
        <translation>Terminar</translation>
    </message>
    <message>
        <source>Next</source>
        <extracomment>gui/tour.py</extracomment>
        <translation>Siguiente</translation>
    </message>
    <message>
        <source>Back</source>
        <extracomment>gui/go_on.py</extracomment>
        <translation>Atrás</translation>
    </message>
    <message>
        <source>Skip…</source>
        <extracomment>gui/visit/window.py</extracomment>
        <translation>Saltar…</translation>
    </message>
    <message>
        <source>Pause</source>
        <extracomment>gui/visit/timer.py</extracomment>
        <translation>Pausa</translation>
    </message>
    <message>
        <source>STOP: let go. It could not be written down: {why}</source>
        <extracomment>gui/visit/window.py</extracomment>
        <translation>STOP: soltar. No se pudo anotar: {why}</translation>
    </message>
    <message>
        <source>This computer has no voice. Install espeak-ng, then start again.</source>
        <extracomment>gui/voice.py</extracomment>
        <translation>Este ordenador no tiene voz. Instale espeak-ng y vuelva a empezar.</translation>
    </message>
    <message>
        <source>This computer has no voice that this program can use.</source>
        <extracomment>gui/voice.py</extracomment>
        <translation>Este ordenador no tiene ninguna voz que este programa pueda usar.</translation>
    </message>
    <message>
        <source>This computer has no voice of this language: add one in its settings, then start again.</source>
        <extracomment>gui/voice.py</extracomment>
        <translation>Este ordenador no tiene voz en este idioma: añada una en sus ajustes y vuelva a empezar.</translation>
    </message>
    <message>
        <source>what the voice wrote is no sound: {error}</source>
        <extracomment>gui/voice.py</extracomment>
        <translation>lo que escribió la voz no es sonido: {error}</translation>
    </message>
    <message>
        <source>{program} does not speak: {error}</source>
        <extracomment>gui/voice.py</extracomment>
        <translation>{program} no habla: {error}</translation>
    </message>
    <message>
        <source>a voice speaks in samples of 16 bits, and this one does not</source>
        <extracomment>gui/voice.py</extracomment>
        <translation>una voz habla en muestras de 16 bits, y esta no</translation>
    </message>
    <message>
        <source>Mind: {cautions}</source>
        <extracomment>gui/whom_banner.py</extracomment>
        <translation>Atención: {cautions}</translation>
    </message>
    <message>
        <source>Bench and simulator only – not a medical device</source>
        <extracomment>gui/window.py</extracomment>
        <translation>Solo banco de pruebas y simulador – no es un producto sanitario</translation>
    </message>
    <message>
        <source>Not a medical device</source>
        <extracomment>gui/ramp_window.py</extracomment>
        <translation>No es un producto sanitario</translation>
    </message>
    <message>
        <source>PRACTISED WITHOUT A TOOL – not a medical device</source>
        <extracomment>gui/window.py</extracomment>
        <translation>PRACTICADO SIN APARATO – no es un producto sanitario</translation>
    </message>
    <message>
        <source>battery {percent}</source>
        <extracomment>gui/words.py</extracomment>
        <translation>batería {percent}</translation>
    </message>
    <message>
        <source>{battery}, {minutes:.0f} min</source>
        <extracomment>gui/words.py</extracomment>
        <translation>{battery}, {minutes:.0f} min</translation>
    </message>
    <message>
        <source>{at} of {count}</source>
        <extracomment>gui/words.py</extracomment>
        <translation>{at} de {count}</translation>
    </message>
    <message>
        <source>{site}, {side}</source>
        <extracomment>gui/body_words.py</extracomment>
        <translation>{site}, {side}</translation>
    </message>
    <message>
        <source>target {low}–{high} {unit} · limit {cap} {unit}</source>
        <extracomment>gui/words.py</extracomment>
        <translation>objetivo {low}–{high} {unit} · límite {cap} {unit}</translation>
    </message>
    <message>
        <source>received: {received} of {expected}, {late} of them late</source>
        <extracomment>gui/words.py</extracomment>
        <translation>recibidas: {received} de {expected}, {late} de ellas con retraso</translation>
    </message>
    <message>
        <source>{minutes}:{rest_s:02d} min</source>
        <extracomment>gui/words.py</extracomment>
        <translation>{minutes}:{rest_s:02d} min</translation>
    </message>
    <message>
        <source>no data yet</source>
        <extracomment>gui/words.py</extracomment>
        <translation>aún sin datos</translation>
    </message>
    <message>
        <source>% of the last ten seconds</source>
        <extracomment>gui/words.py</extracomment>
        <translation>% de los últimos diez segundos</translation>
    </message>
    <message>
        <source>link: {level}</source>
        <extracomment>gui/words.py</extracomment>
        <translation>conexión: {level}</translation>
    </message>
    <message>
        <source>rate: {rate}</source>
        <extracomment>gui/words.py</extracomment>
        <translation>frecuencia: {rate}</translation>
    </message>
    <message>
        <source>lost: {lost}, {lately}</source>
        <extracomment>gui/words.py</extracomment>
        <translation>perdidas: {lost}, {lately}</translation>
    </message>
    <message>
        <source>damaged: {malformed}</source>
        <extracomment>gui/words.py</extracomment>
        <translation>dañadas: {malformed}</translation>
    </message>
    <message>
        <source>age of the data for 99 % of the time: {old}</source>
        <extracomment>gui/words.py</extracomment>
        <translation>antigüedad de los datos el 99 % del tiempo: {old}</translation>
    </message>
    <message>
        <source>signal before the connection: {signal}</source>
        <extracomment>gui/words.py</extracomment>
        <translation>señal antes de la conexión: {signal}</translation>
    </message>
    <message>
        <source>as fast as possible</source>
        <extracomment>gui/words.py</extracomment>
        <translation>lo más rápido posible</translation>
    </message>
    <message>
        <source>speed {factor:g}×</source>
        <extracomment>gui/words.py</extracomment>
        <translation>veloc. {factor:g}×</translation>
    </message>
    <message>
        <source>{why}, {left}</source>
        <extracomment>gui/words.py</extracomment>
        <translation>{why}, {left}</translation>
    </message>
    <message>
        <source>Let go in a moment</source>
        <extracomment>gui/words.py</extracomment>
        <translation>Dentro de un momento, soltar</translation>
    </message>
    <message>
        <source>Ask: {question}</source>
        <extracomment>gui/words.py</extracomment>
        <translation>Pregunte: {question}</translation>
    </message>
    <message>
        <source>none|readings</source>
        <extracomment>gui/words.py</extracomment>
        <translation>ninguna</translation>
    </message>
    <message>
        <source>received: {received} of {expected}</source>
        <extracomment>gui/words.py</extracomment>
        <translation>recibidas: {received} de {expected}</translation>
    </message>
    <message>
        <source>clocks apart by: {offset}, within {error}</source>
        <extracomment>gui/words.py</extracomment>
        <translation>diferencia de los relojes: {offset}, con un error de {error}</translation>
    </message>
    <message>
        <source>tool&apos;s clock fast by: {skew}</source>
        <extracomment>gui/words.py</extracomment>
        <translation>el reloj del aparato adelanta: {skew}</translation>
    </message>
    <message>
        <source>lost {lost}</source>
        <extracomment>gui/words.py</extracomment>
        <translation>{lost} perdidas</translation>
    </message>
    <message>
        <source>none lost</source>
        <extracomment>gui/words.py</extracomment>
        <translation>sin pérdidas</translation>
    </message>
    <message>
        <source>● slow disk</source>
        <extracomment>gui/words.py</extracomment>
        <translation>● disco lento</translation>
    </message>
    <message>
        <source>● recording</source>
        <extracomment>gui/words.py</extracomment>
        <translation>● grabando</translation>
    </message>
    <message>
        <source>NOT RECORDED</source>
        <extracomment>gui/words.py</extracomment>
        <translation>NO SE GRABA</translation>
    </message>
    <message>
        <source>step up to {target_n:.1f} N ({said})</source>
        <extracomment>gui/words.py</extracomment>
        <translation>subir a {target_n:.1f} N ({said})</translation>
    </message>
    <message>
        <source>no step up: {why}</source>
        <extracomment>gui/words.py</extracomment>
        <translation>no se sube: {why}</translation>
    </message>
    <message>
        <source>readings a second</source>
        <extracomment>gui/words.py</extracomment>
        <translation>lecturas por segundo</translation>
    </message>
    <message>
        <source>damaged {malformed}</source>
        <extracomment>gui/words.py</extracomment>
        <translation>{malformed} dañadas</translation>
    </message>
    <message>
        <source>you may not write there</source>
        <extracomment>palpate/options.py</extracomment>
        <translation>ahí no tiene permiso para escribir</translation>
    </message>
    <message>
        <source>no record can be written in {folder} ({reason}): choose another place with --data or --out</source>
        <extracomment>palpate/options.py</extracomment>
        <translation>no se puede escribir ningún registro en {folder} ({reason}): elija otra ubicación con --data o --out</translation>
    </message>
    <message>
        <source>at most {force_n:.1f} N ({kpa:.0f} kPa) for {hold_s:g} s</source>
        <extracomment>palpate/person.py</extracomment>
        <translation>como máximo {force_n:.1f} N ({kpa:.0f} kPa) durante {hold_s:g} s</translation>
    </message>
    <message>
        <source>a person without a pseudonym</source>
        <extracomment>palpate/person.py</extracomment>
        <translation>una persona sin seudónimo</translation>
    </message>
    <message>
        <source>a simulated hand presses a tool of its own: leave out --tool, or --hand</source>
        <extracomment>palpate/train/doing.py</extracomment>
        <translation>una mano simulada presiona con un aparato propio: omita --tool o --hand</translation>
    </message>
    <message>
        <source>an instrument of another make only measures: an exercise needs the tool, or --hand</source>
        <extracomment>palpate/train/doing.py</extracomment>
        <translation>un instrumento de otro fabricante solo mide: un ejercicio necesita el aparato, o --hand</translation>
    </message>
    <message>
        <source>looking for the tool</source>
        <extracomment>palpate/train/gym.py</extracomment>
        <translation>se busca el aparato</translation>
    </message>
    <message>
        <source>the tool does not answer: switch it off and on again</source>
        <extracomment>palpate/train/gym.py</extracomment>
        <translation>el aparato no responde: apáguelo y vuelva a encenderlo</translation>
    </message>
    <message>
        <source>“{name}” presses this point for up to {pressed_s:.0f} s, and {left_s:.0f} s are left in this visit: choose a shorter exercise</source>
        <extracomment>palpate/train/on_person.py</extracomment>
        <translation>«{name}» presiona este punto hasta {pressed_s:.0f} s, y en esta visita quedan {left_s:.0f} s: elija un ejercicio más corto</translation>
    </message>
    <message>
        <source>nothing was recorded: measure it again</source>
        <extracomment>palpate/visit_ramps.py</extracomment>
        <translation>no se registró nada: mida otra vez</translation>
    </message>
    <message>
        <source>{record} has no summary: look at it with “palpate analyze”</source>
        <extracomment>palpate/visiting.py</extracomment>
        <translation>{record} no tiene resumen: mírelo con «palpate analyze»</translation>
    </message>
    <message>
        <source>this instrument guides nobody: take a compression tool, or “palpate treat” to read it</source>
        <extracomment>palpate/visiting.py</extracomment>
        <translation>este instrumento no guía a nadie: use un aparato de compresión, o léalo con «palpate treat»</translation>
    </message>
    <message>
        <source>nothing was recorded, so there is nothing to print: skip this page, with a reason</source>
        <extracomment>palpate/visiting.py</extracomment>
        <translation>no se registró nada, así que no hay nada que imprimir: salte esta página, con un motivo</translation>
    </message>
    <message>
        <source>{path}: it cannot be written ({why}): choose another place</source>
        <extracomment>palpate/visiting.py</extracomment>
        <translation>{path}: no se puede escribir ({why}): elija otro sitio</translation>
    </message>
    <message>
        <source>the search for the tool was ended</source>
        <extracomment>palpate/visit_ramps.py</extracomment>
        <translation>se terminó la búsqueda del aparato</translation>
    </message>
    <message>
        <source>no data</source>
        <extracomment>gui/face.py</extracomment>
        <translation>sin datos</translation>
    </message>
    <message>
        <source>the sensor cannot be trusted</source>
        <extracomment>session/cue.py: Why</extracomment>
        <translation>el sensor no es fiable</translation>
    </message>
    <message>
        <source>the tool is overloaded</source>
        <extracomment>session/cue.py: Why</extracomment>
        <translation>el aparato está sobrecargado</translation>
    </message>
    <message>
        <source>the pain rises although the pressure does not</source>
        <extracomment>session/cue.py: Why</extracomment>
        <translation>el dolor aumenta aunque la presión no aumente</translation>
    </message>
    <message>
        <source>the pain is too strong</source>
        <extracomment>session/cue.py: Why</extracomment>
        <translation>el dolor es demasiado fuerte</translation>
    </message>
    <message>
        <source>after such pain only “too painful” leads on</source>
        <extracomment>session/cue.py: Why</extracomment>
        <translation>después de un dolor así solo se sigue con «demasiado doloroso»</translation>
    </message>
    <message>
        <source>the patient pressed stop</source>
        <extracomment>session/cue.py: Why</extracomment>
        <translation>el cliente pulsó STOP</translation>
    </message>
    <message>
        <source>stop was pressed</source>
        <extracomment>session/cue.py: Why</extracomment>
        <translation>se pulsó STOP</translation>
    </message>
    <message>
        <source>the zero is being checked: keep the tool off the skin</source>
        <extracomment>session/cue.py: Why</extracomment>
        <translation>se comprueba el cero: mantenga el aparato separado de la piel</translation>
    </message>
    <message>
        <source>looking at the tool</source>
        <extracomment>session/cue.py: Why</extracomment>
        <translation>se comprueba el aparato</translation>
    </message>
    <message>
        <source>not yet: the tool is still being looked at</source>
        <extracomment>session/cue.py: Why</extracomment>
        <translation>todavía no: aún se comprueba el aparato</translation>
    </message>
    <message>
        <source>another tip is on than the plan is for: put the right one on</source>
        <extracomment>session/cue.py: Why</extracomment>
        <translation>está puesta otra punta distinta de la del plan: ponga la correcta</translation>
    </message>
    <message>
        <source>look at site and side: a short press says it is there</source>
        <extracomment>session/cue.py: Why</extracomment>
        <translation>mire lugar y lado: una pulsación corta dice que el aparato está ahí</translation>
    </message>
    <message>
        <source>this is the rest</source>
        <extracomment>session/cue.py: Why</extracomment>
        <translation>ahora es la pausa</translation>
    </message>
    <message>
        <source>the treatment is over</source>
        <extracomment>session/stepping.py</extracomment>
        <translation>el tratamiento ha terminado</translation>
    </message>
    <message>
        <source>a step up follows</source>
        <extracomment>session/cue.py: Why</extracomment>
        <translation>sigue un escalón de subida</translation>
    </message>
    <message>
        <source>the time of this trial is over</source>
        <extracomment>session/cue.py: Why</extracomment>
        <translation>el tiempo de este ensayo ha terminado</translation>
    </message>
    <message>
        <source>internal fault</source>
        <extracomment>session/cue.py: Why</extracomment>
        <translation>fallo interno</translation>
    </message>
    <message>
        <source>the patient said “now”</source>
        <extracomment>session/threshold_cue.py: RampWhy</extracomment>
        <translation>el cliente dijo «ahora»</translation>
    </message>
    <message>
        <source>the ramp has reached its end</source>
        <extracomment>session/threshold_cue.py: RampWhy</extracomment>
        <translation>la subida ha llegado a su fin</translation>
    </message>
    <message>
        <source>the ramp takes too long</source>
        <extracomment>session/threshold_cue.py: RampWhy</extracomment>
        <translation>la subida dura demasiado</translation>
    </message>
    <message>
        <source>the tip on the tool is not the one of the plan</source>
        <extracomment>session/threshold_cue.py: RampWhy</extracomment>
        <translation>la punta del aparato no es la del plan</translation>
    </message>
    <message>
        <source>the patient&apos;s button is still down</source>
        <extracomment>session/threshold_cue.py: RampWhy</extracomment>
        <translation>el botón del cliente sigue pulsado</translation>
    </message>
    <message>
        <source>pain?</source>
        <extracomment>session/cue.py: Question</extracomment>
        <translation>¿dolor?</translation>
    </message>
    <message>
        <source>softer? pain?</source>
        <extracomment>session/cue.py: Question</extracomment>
        <translation>¿más blando? ¿dolor?</translation>
    </message>
    <message>
        <source>too painful</source>
        <extracomment>session/inputs.py: StopReason</extracomment>
        <translation>demasiado doloroso</translation>
    </message>
    <message>
        <source>tingling, numbness, shooting pain, weakness or pulsation</source>
        <extracomment>session/inputs.py: StopReason</extracomment>
        <translation>hormigueo, entumecimiento, dolor fulgurante, debilidad o pulsación</translation>
    </message>
    <message>
        <source>dizziness, pallor, trouble seeing or speaking</source>
        <extracomment>session/inputs.py: StopReason</extracomment>
        <translation>mareo, palidez, dificultad para ver o hablar</translation>
    </message>
    <message>
        <source>another reason</source>
        <extracomment>session/inputs.py: StopReason</extracomment>
        <translation>otro motivo</translation>
    </message>
    <message>
        <source>pain gone</source>
        <extracomment>session/plan.py: StepAfter</extracomment>
        <translation>sin dolor</translation>
    </message>
    <message>
        <source>pain halved</source>
        <extracomment>session/plan.py: StepAfter</extracomment>
        <translation>dolor a la mitad</translation>
    </message>
    <message>
        <source>pain below</source>
        <extracomment>session/plan.py: StepAfter</extracomment>
        <translation>dolor por debajo de</translation>
    </message>
    <message>
        <source>the face</source>
        <extracomment>session/caps.py: Region</extracomment>
        <translation>la cara</translation>
    </message>
    <message>
        <source>neck and suboccipital region</source>
        <extracomment>session/caps.py: Region</extracomment>
        <translation>cuello y región suboccipital</translation>
    </message>
    <message>
        <source>trunk and limbs</source>
        <extracomment>session/caps.py: Region</extracomment>
        <translation>tronco y extremidades</translation>
    </message>
    <message>
        <source>good</source>
        <extracomment>session/link_health.py: Level</extracomment>
        <translation>bueno</translation>
    </message>
    <message>
        <source>some loss</source>
        <extracomment>session/link_health.py: Level</extracomment>
        <translation>pérdidas</translation>
    </message>
    <message>
        <source>bad</source>
        <extracomment>session/link_health.py: Level</extracomment>
        <translation>malo</translation>
    </message>
    <message>
        <source>silent</source>
        <extracomment>session/link_health.py: Level</extracomment>
        <translation>en silencio</translation>
    </message>
    <message>
        <source>connecting</source>
        <extracomment>session/view.py: LinkState</extracomment>
        <translation>conectando</translation>
    </message>
    <message>
        <source>online</source>
        <extracomment>session/view.py: LinkState</extracomment>
        <translation>en línea</translation>
    </message>
    <message>
        <source>lost</source>
        <extracomment>session/view.py: LinkState</extracomment>
        <translation>perdido</translation>
    </message>
    <message>
        <source>ended</source>
        <extracomment>session/view.py: LinkState</extracomment>
        <translation>terminado</translation>
    </message>
    <message>
        <source>this computer has no Bluetooth LE radio: plug one in</source>
        <extracomment>device/errors.py: OffReason</extracomment>
        <translation>este ordenador no tiene radio Bluetooth LE: conecte una</translation>
    </message>
    <message>
        <source>it is switched off: switch Bluetooth on</source>
        <extracomment>device/errors.py: OffReason</extracomment>
        <translation>está apagado: encienda Bluetooth</translation>
    </message>
    <message>
        <source>this program may not use it: allow Bluetooth for it in the system&apos;s privacy settings</source>
        <extracomment>device/errors.py: OffReason</extracomment>
        <translation>este programa no tiene permiso para usarlo: permítale usar Bluetooth en los ajustes de privacidad del sistema</translation>
    </message>
    <message>
        <source>the system&apos;s Bluetooth service does not run: start it (on Linux: systemctl start bluetooth)</source>
        <extracomment>device/errors.py: OffReason</extracomment>
        <translation>el servicio Bluetooth del sistema no está en marcha: inícielo (en Linux: systemctl start bluetooth)</translation>
    </message>
    <message>
        <source>the system does not say why: switch Bluetooth off and on</source>
        <extracomment>device/errors.py: OffReason</extracomment>
        <translation>el sistema no dice por qué: apague Bluetooth y vuelva a encenderlo</translation>
    </message>
    <message>
        <source>each reading carries the instrument&apos;s time</source>
        <extracomment>protocol/instruments/ability.py: Clock</extracomment>
        <translation>cada lectura lleva la hora del instrumento</translation>
    </message>
    <message>
        <source>readings are counted, and the instrument takes them at a known period</source>
        <extracomment>protocol/instruments/ability.py: Clock</extracomment>
        <translation>las lecturas están numeradas y el instrumento las toma a intervalos conocidos</translation>
    </message>
    <message>
        <source>readings have only the time of their arrival</source>
        <extracomment>protocol/instruments/ability.py: Clock</extracomment>
        <translation>las lecturas solo tienen la hora de su llegada</translation>
    </message>
    <message>
        <source>overwritten in the tool</source>
        <extracomment>protocol/missing.py: Lost</extracomment>
        <translation>sobrescritas en el aparato</translation>
    </message>
    <message>
        <source>gone with a restart of the tool</source>
        <extracomment>protocol/missing.py: Lost</extracomment>
        <translation>perdidas al reiniciarse el aparato</translation>
    </message>
    <message>
        <source>gone with an earlier stream</source>
        <extracomment>protocol/missing.py: Lost</extracomment>
        <translation>perdidas con un flujo de datos anterior</translation>
    </message>
    <message>
        <source>not sent by this tool</source>
        <extracomment>protocol/missing.py: Lost</extracomment>
        <translation>este aparato no las envía</translation>
    </message>
    <message>
        <source>asked for in vain</source>
        <extracomment>protocol/missing.py: Lost</extracomment>
        <translation>pedidas en vano</translation>
    </message>
    <message>
        <source>too scattered to be asked for</source>
        <extracomment>protocol/missing.py: Lost</extracomment>
        <translation>demasiado dispersas para pedirlas</translation>
    </message>
    <message>
        <source>as the system</source>
        <extracomment>gui/look.py: Colours</extracomment>
        <translation>como el sistema</translation>
    </message>
    <message>
        <source>light</source>
        <extracomment>gui/look.py: Colours</extracomment>
        <translation>claro</translation>
    </message>
    <message>
        <source>dark</source>
        <extracomment>gui/look.py: Colours</extracomment>
        <translation>oscuro</translation>
    </message>
    <message>
        <source>high contrast</source>
        <extracomment>gui/look.py: Colours</extracomment>
        <translation>más contraste</translation>
    </message>
    <message>
        <source>inclinometer</source>
        <extracomment>clinic/visits.py: MotionMethod</extracomment>
        <translation>inclinómetro</translation>
    </message>
    <message>
        <source>goniometer</source>
        <extracomment>clinic/visits.py: MotionMethod</extracomment>
        <translation>goniómetro</translation>
    </message>
    <message>
        <source>by eye</source>
        <extracomment>clinic/visits.py: MotionMethod</extracomment>
        <translation>a ojo</translation>
    </message>
    <message>
        <source>Questions first</source>
        <extracomment>clinic/way/said.py: Step</extracomment>
        <translation>Primero las preguntas</translation>
    </message>
    <message>
        <source>Complaint</source>
        <extracomment>clinic/way/said.py: Step</extracomment>
        <translation>Molestias</translation>
    </message>
    <message>
        <source>Consent and stop signal</source>
        <extracomment>clinic/way/said.py: Step</extracomment>
        <translation>Consentimiento y señal</translation>
    </message>
    <message>
        <source>Pain before</source>
        <extracomment>clinic/way/said.py: Step</extracomment>
        <translation>Dolor antes</translation>
    </message>
    <message>
        <source>Movement before</source>
        <extracomment>clinic/way/said.py: Step</extracomment>
        <translation>Movilidad antes</translation>
    </message>
    <message>
        <source>Points</source>
        <extracomment>clinic/way/said.py: Step</extracomment>
        <translation>Puntos</translation>
    </message>
    <message>
        <source>Findings by hand</source>
        <extracomment>clinic/way/said.py: Step</extracomment>
        <translation>Hallazgos con la mano</translation>
    </message>
    <message>
        <source>Questions about the place</source>
        <extracomment>clinic/way/said.py: Step</extracomment>
        <translation>Preguntas sobre el lugar</translation>
    </message>
    <message>
        <source>Pain threshold</source>
        <extracomment>clinic/way/said.py: Step</extracomment>
        <translation>Umbral de dolor</translation>
    </message>
    <message>
        <source>Plan</source>
        <extracomment>gui/visit/pressing.py</extracomment>
        <translation>Plan</translation>
    </message>
    <message>
        <source>Order and time</source>
        <extracomment>clinic/way/said.py: Step</extracomment>
        <translation>Orden y tiempo</translation>
    </message>
    <message>
        <source>Treatment</source>
        <extracomment>clinic/way/said.py: Step</extracomment>
        <translation>Tratamiento</translation>
    </message>
    <message>
        <source>Other techniques</source>
        <extracomment>clinic/way/said.py: Step</extracomment>
        <translation>Otras técnicas</translation>
    </message>
    <message>
        <source>Response</source>
        <extracomment>clinic/way/said.py: Step</extracomment>
        <translation>Reacción</translation>
    </message>
    <message>
        <source>Re-test</source>
        <extracomment>clinic/way/said.py: Step</extracomment>
        <translation>Nueva medición</translation>
    </message>
    <message>
        <source>Movement after</source>
        <extracomment>clinic/way/said.py: Step</extracomment>
        <translation>Movilidad después</translation>
    </message>
    <message>
        <source>Aftercare</source>
        <extracomment>clinic/way/said.py: Step</extracomment>
        <translation>Cuidados posteriores</translation>
    </message>
    <message>
        <source>Note</source>
        <extracomment>gui/visit/after.py</extracomment>
        <translation>Nota</translation>
    </message>
    <message>
        <source>Report</source>
        <extracomment>gui/visit/report.py</extracomment>
        <translation>Informe</translation>
    </message>
    <message>
        <source>practice</source>
        <extracomment>gui/ramp_words.py</extracomment>
        <translation>práctica</translation>
    </message>
    <message>
        <source>pre-test</source>
        <extracomment>training/exercise.py: Purpose</extracomment>
        <translation>pretest</translation>
    </message>
    <message>
        <source>retention</source>
        <extracomment>training/exercise.py: Purpose</extracomment>
        <translation>retención</translation>
    </message>
    <message>
        <source>transfer</source>
        <extracomment>training/exercise.py: Purpose</extracomment>
        <translation>transferencia</translation>
    </message>
    <message>
        <source>steadiness</source>
        <extracomment>training/exercise.py: Purpose</extracomment>
        <translation>constancia</translation>
    </message>
    <message>
        <source>An even hand</source>
        <extracomment>training/course.toml</extracomment>
        <translation>Una mano constante</translation>
    </message>
    <message>
        <source>Feel a force</source>
        <extracomment>training/course.toml</extracomment>
        <translation>Sentir una fuerza</translation>
    </message>
    <message>
        <source>Find it again</source>
        <extracomment>training/course.toml</extracomment>
        <translation>Volver a encontrarla</translation>
    </message>
    <message>
        <source>The way up and the way down</source>
        <extracomment>training/course.toml</extracomment>
        <translation>El camino de subida y el de bajada</translation>
    </message>
    <message>
        <source>Without looking</source>
        <extracomment>training/course.toml</extracomment>
        <translation>Sin mirar</translation>
    </message>
    <message>
        <source>For as long as it takes</source>
        <extracomment>training/course.toml</extracomment>
        <translation>Todo el tiempo que haga falta</translation>
    </message>
    <message>
        <source>Three forces, unseen</source>
        <extracomment>training/course.toml</extracomment>
        <translation>Tres fuerzas, a ciegas</translation>
    </message>
    <message>
        <source>Press 15, 25 and 40 N as you feel them. Nothing tells you how hard you press, and no result follows.</source>
        <extracomment>training/course.toml</extracomment>
        <translation>Presione 15, 25 y 40 N según los sienta. Nada le dice con cuánta fuerza presiona y después no hay resultado.</translation>
    </message>
    <message>
        <source>Hold 20 N</source>
        <extracomment>training/course.toml</extracomment>
        <translation>20 N, mantener</translation>
    </message>
    <message>
        <source>Press to 20 N within a few seconds, and keep the force in the middle of the band.</source>
        <extracomment>training/course.toml</extracomment>
        <translation>Presione hasta 20 N en pocos segundos y mantenga la fuerza en el centro de la banda.</translation>
    </message>
    <message>
        <source>Hold 30 N</source>
        <extracomment>training/course.toml</extracomment>
        <translation>30 N, mantener</translation>
    </message>
    <message>
        <source>The same with 30 N: lean, do not push with the fingers.</source>
        <extracomment>training/course.toml</extracomment>
        <translation>Lo mismo con 30 N: apoye el peso, no empuje con los dedos.</translation>
    </message>
    <message>
        <source>Hold 20 N, look when you want to</source>
        <extracomment>training/course.toml</extracomment>
        <translation>20 N, mantener y mirar si se quiere</translation>
    </message>
    <message>
        <source>The force is hidden until you ask for it. Ask when you are not sure.</source>
        <extracomment>training/course.toml</extracomment>
        <translation>La fuerza está oculta hasta que la pida. Pídala cuando no esté seguro.</translation>
    </message>
    <message>
        <source>Let go on the word</source>
        <extracomment>training/course.toml</extracomment>
        <translation>Soltar al aviso</translation>
    </message>
    <message>
        <source>Hold 20 N. When you hear “let go slowly”, let go at once and softly.</source>
        <extracomment>training/course.toml</extracomment>
        <translation>Mantenga 20 N. Cuando oiga «soltar despacio», suelte enseguida y con suavidad.</translation>
    </message>
    <message>
        <source>Ladder upwards</source>
        <extracomment>training/course.toml</extracomment>
        <translation>Escalera hacia arriba</translation>
    </message>
    <message>
        <source>10, 20, 30 and 40 N, one after the other, off the pad between.</source>
        <extracomment>training/course.toml</extracomment>
        <translation>10, 20, 30 y 40 N, uno tras otro, separándose de la almohadilla entre medias.</translation>
    </message>
    <message>
        <source>Ladder downwards</source>
        <extracomment>training/course.toml</extracomment>
        <translation>Escalera hacia abajo</translation>
    </message>
    <message>
        <source>40, 30, 20 and 10 N, one after the other. Every second rung is unseen.</source>
        <extracomment>training/course.toml</extracomment>
        <translation>40, 30, 20 y 10 N, uno tras otro. Uno de cada dos peldaños es a ciegas.</translation>
    </message>
    <message>
        <source>Any of three</source>
        <extracomment>training/course.toml</extracomment>
        <translation>Una de tres</translation>
    </message>
    <message>
        <source>15, 25 or 35 N, in no order. Look when you want to.</source>
        <extracomment>training/course.toml</extracomment>
        <translation>15, 25 o 35 N, sin orden. Mire cuando quiera.</translation>
    </message>
    <message>
        <source>Hold 25 N, every second time unseen</source>
        <extracomment>training/course.toml</extracomment>
        <translation>25 N, mantener, una de cada dos veces a ciegas</translation>
    </message>
    <message>
        <source>What you felt while looking, repeat without.</source>
        <extracomment>training/course.toml</extracomment>
        <translation>Repita sin mirar lo que sintió al mirar.</translation>
    </message>
    <message>
        <source>Show me 25 N</source>
        <extracomment>training/course.toml</extracomment>
        <translation>Muestre 25 N</translation>
    </message>
    <message>
        <source>Find 25 N without looking and hold it. Afterwards you see what it was.</source>
        <extracomment>training/course.toml</extracomment>
        <translation>Encuentre 25 N sin mirar y manténgalos. Después verá cuánto era.</translation>
    </message>
    <message>
        <source>Slowly upwards</source>
        <extracomment>training/course.toml</extracomment>
        <translation>Despacio hacia arriba</translation>
    </message>
    <message>
        <source>Follow the target: 3 N more each second, up to 30 N.</source>
        <extracomment>training/course.toml</extracomment>
        <translation>Siga el objetivo: 3 N más cada segundo, hasta 30 N.</translation>
    </message>
    <message>
        <source>Evenly upwards</source>
        <extracomment>training/course.toml</extracomment>
        <translation>De forma regular hacia arriba</translation>
    </message>
    <message>
        <source>5 N more each second, up to 40 N; every second time unseen.</source>
        <extracomment>training/course.toml</extracomment>
        <translation>5 N más cada segundo, hasta 40 N; una de cada dos veces a ciegas.</translation>
    </message>
    <message>
        <source>A threshold&apos;s ramp</source>
        <extracomment>training/course.toml</extracomment>
        <translation>Subida como para un umbral</translation>
    </message>
    <message>
        <source>3 N each second, as for a pain threshold with a tip of 1 cm² (30 kPa/s). Let go at once when you hear it.</source>
        <extracomment>training/course.toml</extracomment>
        <translation>3 N cada segundo, como para un umbral de dolor con una punta de 1 cm² (30 kPa/s). Suelte enseguida cuando lo oiga.</translation>
    </message>
    <message>
        <source>Let go of 30 N</source>
        <extracomment>training/course.toml</extracomment>
        <translation>Soltar 30 N</translation>
    </message>
    <message>
        <source>Hold 30 N, unseen every second time, and let go on the word.</source>
        <extracomment>training/course.toml</extracomment>
        <translation>Mantenga 30 N, una de cada dos veces a ciegas, y suelte al oír el aviso.</translation>
    </message>
    <message>
        <source>Any of four, seen once in three</source>
        <extracomment>training/course.toml</extracomment>
        <translation>Una de cuatro, a la vista una vez de cada tres</translation>
    </message>
    <message>
        <source>10, 20, 30 or 40 N in no order.</source>
        <extracomment>training/course.toml</extracomment>
        <translation>10, 20, 30 o 40 N sin orden.</translation>
    </message>
    <message>
        <source>Any of five, seen once in five</source>
        <extracomment>training/course.toml</extracomment>
        <translation>Una de cinco, a la vista una vez de cada cinco</translation>
    </message>
    <message>
        <source>10, 18, 26, 34 or 42 N in no order; the results come at the end.</source>
        <extracomment>training/course.toml</extracomment>
        <translation>10, 18, 26, 34 o 42 N sin orden; los resultados llegan al final.</translation>
    </message>
    <message>
        <source>Show me 35 N</source>
        <extracomment>training/course.toml</extracomment>
        <translation>Muestre 35 N</translation>
    </message>
    <message>
        <source>Find 35 N without looking. Judge it yourself first: the result comes after five seconds.</source>
        <extracomment>training/course.toml</extracomment>
        <translation>Encuentre 35 N sin mirar. Júzguelo primero usted: el resultado llega a los cinco segundos.</translation>
    </message>
    <message>
        <source>Let go, unseen</source>
        <extracomment>training/course.toml</extracomment>
        <translation>Soltar, a ciegas</translation>
    </message>
    <message>
        <source>Hold 25 N without looking, and let go on the word.</source>
        <extracomment>training/course.toml</extracomment>
        <translation>Mantenga 25 N sin mirar y suelte al oír el aviso.</translation>
    </message>
    <message>
        <source>A minute</source>
        <extracomment>training/course.toml</extracomment>
        <translation>Un minuto</translation>
    </message>
    <message>
        <source>Hold 25 N for a minute, as in a treatment. Rest your arm between.</source>
        <extracomment>training/course.toml</extracomment>
        <translation>Mantenga 25 N durante un minuto, como en un tratamiento. Descanse el brazo entre medias.</translation>
    </message>
    <message>
        <source>A minute, seen once in three</source>
        <extracomment>training/course.toml</extracomment>
        <translation>Un minuto, a la vista una vez de cada tres</translation>
    </message>
    <message>
        <source>Hold 25 N for a minute; the second and the third time without looking.</source>
        <extracomment>training/course.toml</extracomment>
        <translation>Mantenga 25 N durante un minuto; la segunda y la tercera vez, sin mirar.</translation>
    </message>
    <message>
        <source>Any of four, unseen</source>
        <extracomment>training/course.toml</extracomment>
        <translation>Una de cuatro, a ciegas</translation>
    </message>
    <message>
        <source>10, 20, 30 or 40 N in no order and without looking; the results come at the end.</source>
        <extracomment>training/course.toml</extracomment>
        <translation>10, 20, 30 o 40 N sin orden y sin mirar; los resultados llegan al final.</translation>
    </message>
    <message>
        <source>Three forces, in view</source>
        <extracomment>training/course.toml</extracomment>
        <translation>Tres fuerzas, a la vista</translation>
    </message>
    <message>
        <source>Keep 25, 15 and 40 N as evenly in the middle of the band as you can. The results come at the end.</source>
        <extracomment>training/course.toml</extracomment>
        <translation>Mantenga 25, 15 y 40 N en el centro de la banda con toda la constancia que pueda. Los resultados llegan al final.</translation>
    </message>
    <message>
        <source>Another force</source>
        <extracomment>training/course.toml</extracomment>
        <translation>Otra fuerza</translation>
    </message>
    <message>
        <source>20, 32 and 45 N, which you were not tested with. Nothing tells you how hard you press.</source>
        <extracomment>training/course.toml</extracomment>
        <translation>20, 32 y 45 N, con los que no se le hizo la prueba. Nada le dice con cuánta fuerza presiona.</translation>
    </message>
    <message>
        <source>Another site</source>
        <extracomment>training/course.toml</extracomment>
        <translation>Otro lugar</translation>
    </message>
    <message>
        <source>15, 25 and 40 N on a softer place. Nothing tells you how hard you press.</source>
        <extracomment>training/course.toml</extracomment>
        <translation>15, 25 y 40 N en un lugar más blando. Nada le dice con cuánta fuerza presiona.</translation>
    </message>
    <message>
        <source>The other hand</source>
        <extracomment>training/course.toml</extracomment>
        <translation>La otra mano</translation>
    </message>
    <message>
        <source>15, 25 and 40 N with the hand that you do not use otherwise. Nothing tells you how hard you press.</source>
        <extracomment>training/course.toml</extracomment>
        <translation>15, 25 y 40 N con la mano que no usa normalmente. Nada le dice con cuánta fuerza presiona.</translation>
    </message>
    <message>
        <source>A whole treatment, rehearsed</source>
        <extracomment>training/course.toml</extracomment>
        <translation>Un tratamiento entero, ensayado</translation>
    </message>
    <message>
        <source>Treat a patient who is not there: three holds on the pad. Ask their pain when you are told to, and let go at their stop.</source>
        <extracomment>training/course.toml</extracomment>
        <translation>Trate a un cliente que no existe: tres presiones sobre la almohadilla. Pregunte por el dolor cuando se le indique y suelte cuando diga que pare.</translation>
    </message>
</context>
</TS>
