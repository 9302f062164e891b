<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
 <context>
  <name>MapPage</name>
  <message>
   <location filename="../../commandcenter/ui/map/texts.py" />
   <source>Click along the line. Enter or double click ends, Backspace takes the last point back, Esc cancels.</source>
   <translation>沿线点击。Enter 或双击结束，退格撤回上一点，Esc 取消。</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/map/texts.py" />
   <source>Click along the way to measure it. Backspace takes the last point back, Esc ends.</source>
   <translation>沿路线点击测距。退格撤回上一点，Esc 结束。</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/map/texts.py" />
   <source>Click around the area. Enter or double click closes it, Backspace takes the last point back, Esc cancels.</source>
   <translation>沿区域边界点击。Enter 或双击闭合，退格撤回上一点，Esc 取消。</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/map/texts.py" />
   <source>Click the place. Esc cancels.</source>
   <translation>点击位置。Esc 取消。</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/map/texts.py" />
   <source>Closed</source>
   <translation>已封闭</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/map/texts.py" />
   <source>Drag a corner, or pick it with Tab and move it with arrows. + adds one, Delete takes it away. Enter keeps, Esc cancels.</source>
   <translation>拖动顶点，或按 Tab 选取后用方向键移动。+ 添加，Delete 删除，Enter 保存，Esc 取消。</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/map/texts.py" />
   <source>Keyboard: arrows move the map, Space sets a point at the centre.</source>
   <translation>键盘：方向键移动地图，空格在中心设点。</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/map/texts.py" />
   <source>Main built-up area</source>
   <translation>主要城区</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/map/texts.py" />
   <source>Measure a distance</source>
   <translation>测量距离</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/map/texts.py" />
   <source>North</source>
   <translation>北</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/map/texts.py" />
   <source>Planned closure</source>
   <translation>计划封闭</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/map/texts.py" />
   <source>SIMULATED POSITIONS</source>
   <translation>模拟位置</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/map/texts.py" />
   <source>Zoom in</source>
   <translation>放大</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/map/texts.py" />
   <source>Zoom out</source>
   <translation>缩小</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/map/texts.py" />
   <source>at facility</source>
   <translation>到院</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/map/texts.py" />
   <source>available</source>
   <translation>待命</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/map/texts.py" />
   <source>dispatched</source>
   <translation>已派出</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/map/texts.py" />
   <source>en route</source>
   <translation>途中</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/map/texts.py" />
   <source>old position</source>
   <translation>位置过时</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/map/texts.py" />
   <source>on scene</source>
   <translation>到场</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/map/texts.py" />
   <source>out of service</source>
   <translation>停用</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/map/texts.py" />
   <source>returning</source>
   <translation>返回</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/map/texts.py" />
   <source>simulated position</source>
   <translation>模拟位置</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/map/texts.py" />
   <source>the worst: priority {n}</source>
   <translation>最高：优先级 {n}</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/map/texts.py" />
   <source>transporting</source>
   <translation>转运</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/map/texts.py" />
   <source>{n} incidents</source>
   <translation>{n} 个事件</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/map/texts.py" />
   <source>{n} units</source>
   <translation>{n} 个单元</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/map/texts.py" />
   <source>{n} without units</source>
   <translation>{n} 个尚无单元</translation>
  </message>
 </context>
 <context>
  <name>MapView</name>
  <message>
   <location filename="../../commandcenter/ui/map/view.py" />
   <source>Map notice</source>
   <translation>地图提示</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/map/view.py" />
   <source>The map display stopped and is being restored. Nothing was lost.</source>
   <translation>地图显示中断，正在恢复。没有数据丢失。</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/map/view.py" />
   <source>The map display stopped several times. Queue, units and log still work; restart the program for the map.</source>
   <translation>地图显示多次中断。队列、单元和日志仍可使用；如需地图请重启程序。</translation>
  </message>
 </context>
 <context>
  <name>sentences</name>
  <message>
   <location filename="../../commandcenter/app/pins.py" />
   <source>A PIN has {shortest} to {longest} characters.</source>
   <translation>PIN 为 {shortest} 至 {longest} 个字符。</translation>
  </message>
  <message>
   <location filename="../../commandcenter/app/pins.py" />
   <source>A PIN of one repeated character is too easy.</source>
   <translation>由同一字符重复组成的 PIN 太容易猜到。</translation>
  </message>
  <message>
   <location filename="../../commandcenter/app/cli/seat.py" />
   <source>A PIN or passphrase is needed: run this in a terminal, or give it in {variable}.</source>
   <translation>需要 PIN 或口令：请在终端中运行，或通过 {variable} 提供。</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/command_line/window_lines.py" />
   <source>A call from {number} rings</source>
   <translation>{number} 的来电正在振铃</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/command_line/window_lines.py" />
   <source>A call rings</source>
   <translation>有来电正在振铃</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/command_line/verbs.py" />
   <source>A call rings, with its number if known; “call end” when the caller hung up; F2 answers it</source>
   <translation>有来电振铃，可附号码；对方挂断用“来电 挂断”；F2 接听</translation>
  </message>
  <message>
   <location filename="../../commandcenter/dispatch/handlers/corrections.py" />
   <source>A call stays in the log; link it to the right incident.</source>
   <translation>来电会保留在日志中；请关联到正确的事件。</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/command_line/verbs.py" />
   <source>A caller must be rung back: a number or the caller of an incident; then “callback 42 tried”, “reached”, or “no” and why</source>
   <translation>需要回拨报警人：号码，或某事件的报警人；之后用“回拨 42 未接”、“接通”，或“放弃”并说明原因</translation>
  </message>
  <message>
   <location filename="../../commandcenter/dispatch/handlers/units.py" />
   <source>A capability</source>
   <translation>能力</translation>
  </message>
  <message>
   <location filename="../../commandcenter/dispatch/handlers/units.py" />
   <source>A capability's quantity</source>
   <translation>能力的数量</translation>
  </message>
  <message>
   <location filename="../../commandcenter/dispatch/search/rings.py" />
   <source>A cell must be at least {least} m wide.</source>
   <translation>网格单元宽度至少为 {least} 米。</translation>
  </message>
  <message>
   <location filename="../../commandcenter/exercise/validate.py" />
   <source>A circle needs a place in its middle.</source>
   <translation>圆形区域需要一个中心地点。</translation>
  </message>
  <message>
   <location filename="../../commandcenter/dispatch/handlers/closures.py" />
   <source>A closure needs at least one point.</source>
   <translation>封闭至少需要一个点。</translation>
  </message>
  <message>
   <location filename="../../commandcenter/dispatch/handlers/corrections.py" />
   <source>A conflict that was settled stays settled; change the value.</source>
   <translation>已解决的冲突不会恢复；请更改数值。</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/exercise/notes_page.py" />
   <source>A corrective action needs what is to be done, and who does it.</source>
   <translation>改进措施须写明内容和负责人。</translation>
  </message>
  <message>
   <location filename="../../commandcenter/dispatch/handlers/teams.py" />
   <source>A count</source>
   <translation>人数</translation>
  </message>
  <message>
   <location filename="../../commandcenter/dispatch/handlers/teams.py" />
   <source>A crew has at most {most} people.</source>
   <translation>一个班组最多 {most} 人。</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/command_line/verbs.py" />
   <source>A crew is in danger; “mayday E1 end all out” ends it</source>
   <translation>车组遇险；“mayday E1 end 全部撤出”解除</translation>
  </message>
  <message>
   <location filename="../../commandcenter/dispatch/handlers/corrections.py" />
   <source>A depot that was added stays.</source>
   <translation>已添加的仓库会保留。</translation>
  </message>
  <message>
   <location filename="../../commandcenter/dispatch/handlers/corrections.py" />
   <source>A facility that was added stays.</source>
   <translation>已添加的设施会保留。</translation>
  </message>
  <message>
   <location filename="../../commandcenter/dispatch/handlers/speeds.py" />
   <source>A factor on driving times must lie between {least} and {most}, not {factor}.</source>
   <translation>行驶时间系数必须在 {least} 到 {most} 之间，不能是 {factor}。</translation>
  </message>
  <message>
   <location filename="../../commandcenter/sync/keeper.py" />
   <source>A fault of this program ended the connection. It was reported; the connection is tried again.</source>
   <translation>本程序的一个错误中断了连接。该错误已报告；正在重新尝试连接。</translation>
  </message>
  <message>
   <location filename="../../commandcenter/sync/client.py" />
   <source>A fault of this program ended the meeting with desks nearby. It was reported; it is tried again.</source>
   <translation>本程序的一个错误中断了与附近席位的连接。该错误已报告；正在重新尝试。</translation>
  </message>
  <message>
   <location filename="../../commandcenter/sync/errands.py" />
   <source>A fault of this program holds attachments up. It was reported; it is tried again.</source>
   <translation>本程序的一个错误使附件传输停顿。该错误已报告；正在重新尝试。</translation>
  </message>
  <message>
   <location filename="../../commandcenter/sync/errands.py" />
   <source>A fault of this program holds positions of units up. It was reported; it is tried again.</source>
   <translation>本程序的一个错误使单元位置的传输停顿。该错误已报告；正在重新尝试。</translation>
  </message>
  <message>
   <location filename="../../commandcenter/app/folding.py" />
   <source>A fault of this program keeps entries of others off the picture. They are in the log. It was reported; it is tried again.</source>
   <translation>本程序的一个错误使其他席位的记录未能显示在态势图中。这些记录已在日志中。该错误已报告；正在重新尝试。</translation>
  </message>
  <message>
   <location filename="../../commandcenter/model/disk.py" />
   <source>A file</source>
   <translation>某个文件</translation>
  </message>
  <message>
   <location filename="../../commandcenter/dispatch/handlers/corrections.py" />
   <source>A file that was removed is gone; attach it again.</source>
   <translation>已移除的文件不再保留；请重新附上。</translation>
  </message>
  <message>
   <location filename="../../commandcenter/exercise/effects.py" />
   <source>A further effect could not happen: {why}</source>
   <translation>其他效果未能发生：{why}</translation>
  </message>
  <message>
   <location filename="../../commandcenter/dispatch/handlers/groups.py" />
   <source>A group needs units, a station, a kind or a capability.</source>
   <translation>群组需要单元、站点、类型或能力。</translation>
  </message>
  <message>
   <location filename="../../commandcenter/dispatch/handlers/groups.py" />
   <source>A group's name has {most} characters at most.</source>
   <translation>群组名称最多 {most} 个字符。</translation>
  </message>
  <message>
   <location filename="../../commandcenter/dispatch/handlers/drawings.py" />
   <source>A hazard is a point with a radius, or an area.</source>
   <translation>危险源是带半径的一点，或一个区域。</translation>
  </message>
  <message>
   <location filename="../../commandcenter/hub/database.py" />
   <source>A hub on PostgreSQL needs one more package: pip install '{package}'.</source>
   <translation>PostgreSQL 上的汇聚站还需要一个软件包：pip install '{package}'。</translation>
  </message>
  <message>
   <location filename="../../commandcenter/hub/database.py" />
   <source>A hub's database is named postgresql://… or sqlite:///FILE, not {url}.</source>
   <translation>汇聚站的数据库应写作 postgresql://… 或 sqlite:///文件，而不是 {url}。</translation>
  </message>
  <message>
   <location filename="../../commandcenter/app/cli/hub.py" />
   <source>A join code is for at least one device and for some time.</source>
   <translation>加入码至少供一台设备使用，且有效时间须大于零。</translation>
  </message>
  <message>
   <location filename="../../commandcenter/exercise/plain.py" />
   <source>A kept line of an exercise cannot be read: {why}.</source>
   <translation>演练的一行记录无法读取：{why}。</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/supplies/stock.py" />
   <source>A kit is booked in as what is in it.</source>
   <translation>套装须按其中的物资入库。</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/supplies/stock.py" />
   <source>A level belongs to an item, not to a kit.</source>
   <translation>最低库存针对单项物资，而不是套装。</translation>
  </message>
  <message>
   <location filename="../../commandcenter/dispatch/handlers/drawings.py" />
   <source>A line needs at least two different points.</source>
   <translation>一条线至少需要两个不同的点。</translation>
  </message>
  <message>
   <location filename="../../commandcenter/dispatch/handlers/incidents.py" />
   <source>A map of questions and answers is expected.</source>
   <translation>此处应为问题与回答的对应表。</translation>
  </message>
  <message>
   <location filename="../../commandcenter/dispatch/handlers/messages.py" />
   <source>A message carries {n} files at most.</source>
   <translation>一条消息最多附 {n} 个文件。</translation>
  </message>
  <message>
   <location filename="../../commandcenter/dispatch/handlers/messages.py" />
   <source>A message has {most} characters at most; attach a longer text as a document.</source>
   <translation>消息最多 {most} 个字符；更长的文字请作为文件附上。</translation>
  </message>
  <message>
   <location filename="../../commandcenter/dispatch/handlers/corrections.py" />
   <source>A message that was sent stays.</source>
   <translation>已发送的消息会保留。</translation>
  </message>
  <message>
   <location filename="../../commandcenter/dispatch/handlers/teams.py" />
   <source>A name</source>
   <translation>姓名</translation>
  </message>
  <message>
   <location filename="../../commandcenter/app/identity.py" />
   <source>A name is missing.</source>
   <translation>缺少姓名。</translation>
  </message>
  <message>
   <location filename="../../commandcenter/dispatch/handlers/teams.py" />
   <source>A need</source>
   <translation>需求</translation>
  </message>
  <message>
   <location filename="../../commandcenter/dispatch/handlers/exercise.py" />
   <source>A note of an exercise is too long.</source>
   <translation>演练记录过长。</translation>
  </message>
  <message>
   <location filename="../../commandcenter/dispatch/handlers/drawings.py" />
   <source>A note stands at one point.</source>
   <translation>备注标在一个点上。</translation>
  </message>
  <message>
   <location filename="../../commandcenter/dispatch/handlers/corrections.py" />
   <source>A note stays; add another.</source>
   <translation>备注会保留；可另加一条。</translation>
  </message>
  <message>
   <location filename="../../commandcenter/dispatch/handlers/partners.py" />
   <source>A partner is a company, volunteers, an agency or a charity, not “{kind}”.</source>
   <translation>合作单位只能是企业、志愿者、机构或慈善组织，不能是“{kind}”。</translation>
  </message>
  <message>
   <location filename="../../commandcenter/resources/csv_partners.py" />
   <source>A partner is a company, volunteers, an agency or a charity.</source>
   <translation>合作单位须为企业、志愿者、机构或慈善组织。</translation>
  </message>
  <message>
   <location filename="../../commandcenter/log/passphrase.py" />
   <source>A passphrase has at least {count} characters.</source>
   <translation>口令至少 {count} 个字符。</translation>
  </message>
  <message>
   <location filename="../../commandcenter/dispatch/lookup.py" />
   <source>A position has two numbers, longitude and latitude.</source>
   <translation>位置由经度和纬度两个数组成。</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/command_line/grammar.py" />
   <source>A priority is a number from 1 to 5, not “{word}”</source>
   <translation>优先级是 1 到 5 的数字，不是“{word}”</translation>
  </message>
  <message>
   <location filename="../../commandcenter/exercise/further.py" />
   <source>A quotation mark is not closed in “{text}”.</source>
   <translation>“{text}”中的引号没有闭合。</translation>
  </message>
  <message>
   <location filename="../../commandcenter/dispatch/handlers/drawings.py" />
   <source>A radius is from 1 to {most} m.</source>
   <translation>半径为 1 至 {most} 米。</translation>
  </message>
  <message>
   <location filename="../../commandcenter/log/recovery.py" />
   <source>A recovery code has {wanted} letters and digits; these are {count}.</source>
   <translation>恢复码共有 {wanted} 个字母和数字；这里是 {count} 个。</translation>
  </message>
  <message>
   <location filename="../../commandcenter/dispatch/handlers/orders.py" />
   <source>A refusal needs a reason.</source>
   <translation>拒绝必须说明原因。</translation>
  </message>
  <message>
   <location filename="../../commandcenter/app/exercise_report.py" />
   <source>A report ends in .md, .docx or .pdf, not “{ending}”.</source>
   <translation>报告文件名须以 .md、.docx 或 .pdf 结尾，而不是“{ending}”。</translation>
  </message>
  <message>
   <location filename="../../commandcenter/dispatch/handlers/corrections.py" />
   <source>A report stays; send another.</source>
   <translation>已发的报告保留；请另发一份。</translation>
  </message>
  <message>
   <location filename="../../commandcenter/dispatch/handlers/corrections.py" />
   <source>A reported capacity stays; report anew.</source>
   <translation>已上报的容量保留；请重新上报。</translation>
  </message>
  <message>
   <location filename="../../commandcenter/dispatch/handlers/safety.py" />
   <source>A roll-call of {number} is under way.</source>
   <translation>{number} 正在点名。</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/command_line/duty.py" />
   <source>A roll-call of {number} is under way; “par {number} end” ends it</source>
   <translation>{number} 正在点名；“par {number} end”结束</translation>
  </message>
  <message>
   <location filename="../../commandcenter/exercise/draft.py" />
   <source>A scenario's short name has small Latin letters, digits and hyphens only, at most 64: storm-drill-2.</source>
   <translation>场景短名称只能使用小写拉丁字母、数字和连字符，最多 64 个字符：storm-drill-2。</translation>
  </message>
  <message>
   <location filename="../../commandcenter/dispatch/handlers/search.py" />
   <source>A search has at most {most} sectors.</source>
   <translation>一次搜索最多 {most} 个分区。</translation>
  </message>
  <message>
   <location filename="../../commandcenter/dispatch/handlers/corrections.py" />
   <source>A search that was begun stays; end it.</source>
   <translation>已开始的搜索保留；请结束它。</translation>
  </message>
  <message>
   <location filename="../../commandcenter/dispatch/handlers/corrections.py" />
   <source>A search that was ended stays; begin another.</source>
   <translation>已结束的搜索保留；请另行开始。</translation>
  </message>
  <message>
   <location filename="../../commandcenter/dispatch/handlers/corrections.py" />
   <source>A sign-in stays in the log.</source>
   <translation>登录会保留在日志中。</translation>
  </message>
  <message>
   <location filename="../../commandcenter/dispatch/handlers/drawings.py" />
   <source>A sketch has from 1 to {most} points.</source>
   <translation>一个标绘有 1 至 {most} 个点。</translation>
  </message>
  <message>
   <location filename="../../commandcenter/dispatch/handlers/corrections.py" />
   <source>A station that was added stays.</source>
   <translation>已添加的站点会保留。</translation>
  </message>
  <message>
   <location filename="../../commandcenter/exercise/validate.py" />
   <source>A step without a rule is over at once.</source>
   <translation>没有规则的步骤会立即结束。</translation>
  </message>
  <message>
   <location filename="../../commandcenter/dispatch/handlers/drawings.py" />
   <source>A symbol stands at one point.</source>
   <translation>符号标在一个点上。</translation>
  </message>
  <message>
   <location filename="../../commandcenter/dispatch/handlers/incidents.py" />
   <source>A text is expected.</source>
   <translation>应为文本。</translation>
  </message>
  <message>
   <location filename="../../commandcenter/dispatch/handlers/drawings.py" />
   <source>A text on the map has at most {most} characters.</source>
   <translation>地图上的文字最多 {most} 个字符。</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/alarms/panel.py" />
   <source>A timer runs for 1 to {most} minutes.</source>
   <translation>计时器可设 1 至 {most} 分钟。</translation>
  </message>
  <message>
   <location filename="../../commandcenter/dispatch/handlers/corrections.py" />
   <source>A transfer that was answered stays answered; decline it or ask anew.</source>
   <translation>已答复的调拨保留；请拒绝或重新申请。</translation>
  </message>
  <message>
   <location filename="../../commandcenter/dispatch/handlers/corrections.py" />
   <source>A transfer that was asked for stays; decline it.</source>
   <translation>已申请的调拨保留；请拒绝它。</translation>
  </message>
  <message>
   <location filename="../../commandcenter/dispatch/handlers/accept.py" />
   <source>A unit has been chosen twice.</source>
   <translation>同一单元被选了两次。</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/command_line/verbs.py" />
   <source>A unit has read its order back; the check word proves it</source>
   <translation>单元已复诵命令；以校验词为证</translation>
  </message>
  <message>
   <location filename="../../commandcenter/resources/csv_units.py" />
   <source>A unit needs a station, or latitude and longitude.</source>
   <translation>单元需要站点，或纬度和经度。</translation>
  </message>
  <message>
   <location filename="../../commandcenter/dispatch/handlers/corrections.py" />
   <source>A unit that was added stays; take it out of service.</source>
   <translation>已添加的单元会保留；可将其停用。</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/command_line/verbs.py" />
   <source>A unit was heard</source>
   <translation>已与单元联络</translation>
  </message>
  <message>
   <location filename="../../commandcenter/dispatch/handlers/search.py" />
   <source>A weight</source>
   <translation>权重</translation>
  </message>
  <message>
   <location filename="../../commandcenter/app/telling.py" />
   <source>About {people} people</source>
   <translation>约 {people} 人</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/command_line/incident_lines.py" />
   <source>Add a call to {number} {place}: {text}</source>
   <translation>为 {number} {place} 添加来电：{text}</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/command_line/verbs.py" />
   <source>Add another call to an incident that is known</source>
   <translation>为已知事件添加另一个来电</translation>
  </message>
  <message>
   <location filename="../../commandcenter/exercise/msel.py" />
   <source>After a trigger the time is a delay like M+5.</source>
   <translation>有触发条件时，时间应写成延迟，例如 M+5。</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/alarms/player.py" />
   <source>Alarms cannot sound: a system library is missing ({why}).</source>
   <translation>告警无法发声：缺少系统库（{why}）。</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/alarms/player.py" />
   <source>Alarms cannot sound: this computer has no sound output.</source>
   <translation>告警无法发声：本机没有声音输出设备。</translation>
  </message>
  <message>
   <location filename="../../commandcenter/dispatch/supplies.py" />
   <source>All depots together have too little {item}.</source>
   <translation>所有仓库合计的 {item} 不足。</translation>
  </message>
  <message>
   <location filename="../../commandcenter/dispatch/supply_flow.py" />
   <source>All depots together have too little.</source>
   <translation>所有仓库合计数量也不足。</translation>
  </message>
  <message>
   <location filename="../../commandcenter/geo/roads/network.py" />
   <source>All roads near the origin are closed.</source>
   <translation>起点附近的道路均已封闭。</translation>
  </message>
  <message>
   <location filename="../../commandcenter/geo/roads/network.py" />
   <source>All roads near the target are closed.</source>
   <translation>目标附近的道路均已封闭。</translation>
  </message>
  <message>
   <location filename="../../commandcenter/dispatch/explain.py" />
   <source>Already sent to this incident.</source>
   <translation>已派往此事件。</translation>
  </message>
  <message>
   <location filename="../../commandcenter/exercise/warnings.py" />
   <source>An area is three corners or more, each lon,lat: area=8.68,49.40 8.70,49.40 8.70,49.42.</source>
   <translation>区域至少有三个角点，每个写作经度,纬度：area=8.68,49.40 8.70,49.40 8.70,49.42。</translation>
  </message>
  <message>
   <location filename="../../commandcenter/dispatch/handlers/closures.py" />
   <source>An area needs at least three corners.</source>
   <translation>区域至少需要三个角点。</translation>
  </message>
  <message>
   <location filename="../../commandcenter/app/recovery.py" />
   <source>An exercise has no recovery paper: begin it anew.</source>
   <translation>演练没有恢复凭证：请重新开始演练。</translation>
  </message>
  <message>
   <location filename="../../commandcenter/dispatch/handlers/merging.py" />
   <source>An incident cannot be a duplicate of itself.</source>
   <translation>事件不能是自身的重复。</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/command_line/grammar.py" />
   <source>An incident cannot be merged into itself</source>
   <translation>事件不能并入自身</translation>
  </message>
  <message>
   <location filename="../../commandcenter/dispatch/handlers/corrections.py" />
   <source>An incident cannot be unreported; cancel it.</source>
   <translation>事件不能撤回接报；请取消该事件。</translation>
  </message>
  <message>
   <location filename="../../commandcenter/exercise/further.py" />
   <source>An inject has at most {most} further effects; write more as injects of their own.</source>
   <translation>一条注入最多有{most}个其他效果，其余请写成单独的注入。</translation>
  </message>
  <message>
   <location filename="../../commandcenter/resources/csv_partners.py" />
   <source>An offer is either goods (item and quantity) or a team (callsign, kind and crew).</source>
   <translation>一项支援只能是物资（物资与数量）或队伍（呼号、类型与人数）。</translation>
  </message>
  <message>
   <location filename="../../commandcenter/dispatch/handlers/corrections.py" />
   <source>An offer that was answered stays answered; book the goods out or take the team out of service.</source>
   <translation>已答复的援助意向保留；请将物资出库或将队伍停用。</translation>
  </message>
  <message>
   <location filename="../../commandcenter/dispatch/handlers/corrections.py" />
   <source>An operation stays opened.</source>
   <translation>行动会保持开始状态。</translation>
  </message>
  <message>
   <location filename="../../commandcenter/dispatch/handlers/corrections.py" />
   <source>An operation that was ended stays ended; begin a new one.</source>
   <translation>已结束的行动不能恢复；请开始新的行动。</translation>
  </message>
  <message>
   <location filename="../../commandcenter/dispatch/handlers/orders.py" />
   <source>An order needs at least one unit.</source>
   <translation>命令至少需要一个单元。</translation>
  </message>
  <message>
   <location filename="../../commandcenter/dispatch/handlers/corrections.py" />
   <source>An organisation that was added stays.</source>
   <translation>已添加的单位保留。</translation>
  </message>
  <message>
   <location filename="../../commandcenter/dispatch/handlers/shares.py" />
   <source>Another desk has promised these goods from its share; they are delivered there, or given back here.</source>
   <translation>这些物资由另一席位从其份额中承诺；请在该席位交付，或在此处退回。</translation>
  </message>
  <message>
   <location filename="../../commandcenter/hub/database.py" />
   <source>Another hub process serves {file} already. A SQLite file is for one process; end that one, or use PostgreSQL for several.</source>
   <translation>另一个汇聚站进程已在使用 {file}。一个 SQLite 文件只供一个进程使用；请结束那个进程，或改用 PostgreSQL 以运行多个进程。</translation>
  </message>
  <message>
   <location filename="../../commandcenter/geo/importing/lock.py" />
   <source>Another import is running in {folder}; wait for it or cancel it.</source>
   <translation>{folder} 中正在进行另一导入；请等待或取消。</translation>
  </message>
  <message>
   <location filename="../../commandcenter/log/salvage.py" />
   <source>Another program has this log open: {file}. Close it there, then try again.</source>
   <translation>另一个程序正在使用此日志：{file}。请先在那里关闭，再重试。</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/catalogue/window.py" />
   <source>Another version came into force while this draft was being written; the differences are now those to that version.</source>
   <translation>编写草稿期间另一版本已生效；现在显示的是与该版本的差异。</translation>
  </message>
  <message>
   <location filename="../../commandcenter/dispatch/handlers/catalogue.py" />
   <source>Another version of the catalogue was put in force meanwhile; look at the differences to that one first.</source>
   <translation>其间目录的另一版本已生效；请先查看与该版本的差异。</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/field/acts.py" />
   <source>Answer sent</source>
   <translation>答复已发送</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/incident/answers.py" />
   <source>Answers of {number} changed</source>
   <translation>已更改 {number} 的问答</translation>
  </message>
  <message>
   <location filename="../../commandcenter/dispatch/turn_list.py" />
   <source>Arrive</source>
   <translation>到达</translation>
  </message>
  <message>
   <location filename="../../commandcenter/dispatch/turn_list.py" />
   <source>Arrive in {street}</source>
   <translation>到达{street}</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/facilities/window.py" />
   <source>Arrived</source>
   <translation>已到达</translation>
  </message>
  <message>
   <location filename="../../commandcenter/dispatch/explain.py" />
   <source>Arrives at the same time as {other}, {eta}, {km} km, and is not needed.</source>
   <translation>与 {other} 同时到达（{eta}，{km} 公里），不需要。</translation>
  </message>
  <message>
   <location filename="../../commandcenter/dispatch/explain.py" />
   <source>Arrives later than {other}, {eta2}.</source>
   <translation>晚于 {other}（{eta2}）到达。</translation>
  </message>
  <message>
   <location filename="../../commandcenter/dispatch/explain.py" />
   <source>Arrives later: {eta}, {km} km; {other} takes {eta2}.</source>
   <translation>到达较晚：{eta}，{km} 公里；{other} 需 {eta2}。</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/command_line/verbs.py" />
   <source>Ask a depot for goods; it has still to agree</source>
   <translation>向仓库申请物资；仍需其同意</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/command_line/watch_lines.py" />
   <source>Ask about {what}</source>
   <translation>询问：{what}</translation>
  </message>
  <message>
   <location filename="../../commandcenter/dispatch/handlers/partners.py" />
   <source>Ask for goods or for a team.</source>
   <translation>请请求物资或队伍，二者选一。</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/command_line/goods_lines.py" />
   <source>Ask {depot} for {goods} for {target}</source>
   <translation>向{depot}申请{goods}，给{target}</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/conflicts/panel.py" />
   <source>Asked</source>
   <translation>已询问</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/supplies/partners.py" />
   <source>Asked; their answer follows</source>
   <translation>已请求；等待答复</translation>
  </message>
  <message>
   <location filename="../../commandcenter/dispatch/query.py" />
   <source>At least one unit must be asked for, not {k}.</source>
   <translation>至少需要请求一个单元，不能是 {k}。</translation>
  </message>
  <message>
   <location filename="../../commandcenter/dispatch/handlers/search.py" />
   <source>At least one weight must be above zero.</source>
   <translation>至少一个权重须大于零。</translation>
  </message>
  <message>
   <location filename="../../commandcenter/dispatch/turn_list.py" />
   <source>At the roundabout take exit {exit}</source>
   <translation>在环岛第 {exit} 个出口驶出</translation>
  </message>
  <message>
   <location filename="../../commandcenter/dispatch/turn_list.py" />
   <source>At the roundabout take exit {exit} into {street}</source>
   <translation>在环岛第 {exit} 个出口驶出，进入{street}</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/messages/attachments.py" />
   <source>Attachments are not kept here.</source>
   <translation>此处不保存附件。</translation>
  </message>
  <message>
   <location filename="../../commandcenter/sync/files/store.py" />
   <source>Attachments cannot be kept on this disk: {why}.</source>
   <translation>附件无法存到此磁盘：{why}。</translation>
  </message>
  <message>
   <location filename="../../commandcenter/app/archive_desk.py" />
   <source>Attachments in {folder}: {n}.</source>
   <translation>{folder} 中的附件：{n}。</translation>
  </message>
  <message>
   <location filename="../../commandcenter/app/archive_desk.py" />
   <source>Attachments in {folder}: {n}. Some hold personal data; an archive notes nowhere who took them.</source>
   <translation>附件已存入 {folder}：{n} 个。其中含个人数据；归档文件不会记录取出者。</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/layers/ground.py" />
   <source>Background: {name}</source>
   <translation>背景：{name}</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/command_line/verbs.py" />
   <source>Be reminded in so many minutes; “timer end wind” calls it off</source>
   <translation>在若干分钟后提醒；“计时 结束 风向”可取消</translation>
  </message>
  <message>
   <location filename="../../commandcenter/dispatch/turn_list.py" />
   <source>Bear left</source>
   <translation>靠左行驶</translation>
  </message>
  <message>
   <location filename="../../commandcenter/dispatch/turn_list.py" />
   <source>Bear left into {street}</source>
   <translation>靠左进入{street}</translation>
  </message>
  <message>
   <location filename="../../commandcenter/dispatch/turn_list.py" />
   <source>Bear right</source>
   <translation>靠右行驶</translation>
  </message>
  <message>
   <location filename="../../commandcenter/dispatch/turn_list.py" />
   <source>Bear right into {street}</source>
   <translation>靠右进入{street}</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/command_line/duty.py" />
   <source>Begin a roll-call of all units on scene at {number}</source>
   <translation>开始对 {number} 现场所有单元点名</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/command_line/verbs.py" />
   <source>Begin or end a roll-call; “par E1 4” counts a unit's people</source>
   <translation>开始或结束点名；“par E1 4”记录人数</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/alarms/panel.py" />
   <source>Begin the roll-call</source>
   <translation>开始点名</translation>
  </message>
  <message>
   <location filename="../../commandcenter/dispatch/eligibility.py" />
   <source>Busy with incident {number}, priority {priority}: {status}.</source>
   <translation>正在处理事件 {number}，优先级 {priority}：{status}。</translation>
  </message>
  <message>
   <location filename="../../commandcenter/dispatch/eligibility.py" />
   <source>Busy: {status}.</source>
   <translation>忙碌：{status}。</translation>
  </message>
  <message>
   <location filename="../../commandcenter/exercise/warnings.py" />
   <source>CAP has no {name} “{code}”; write one of {known}.</source>
   <translation>CAP的{name}没有“{code}”；请写{known}之一。</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/report/form.py" />
   <source>Call added to {number}</source>
   <translation>来电已并入 {number}</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/command_line/duty.py" />
   <source>Call off the timer: {text}</source>
   <translation>取消计时：{text}</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/report/form.py" />
   <source>Call parked; it stands above the form (F2)</source>
   <translation>来电已挂起；位于表单上方（F2）</translation>
  </message>
  <message>
   <location filename="../../commandcenter/dispatch/handlers/corrections.py" />
   <source>Call the people off instead.</source>
   <translation>请改为取消这些人员。</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/facilities/window.py" />
   <source>Called off</source>
   <translation>已取消</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/alarms/panel.py" />
   <source>Caller reached</source>
   <translation>已联系到报警人</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/command_line/verbs.py" />
   <source>Cancel an incident</source>
   <translation>取消事件</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/command_line/grammar.py" />
   <source>Cancel {number} {place}</source>
   <translation>取消 {number} {place}</translation>
  </message>
  <message>
   <location filename="../../commandcenter/dispatch/handlers/units.py" />
   <source>Capabilities are a list of names with quantities.</source>
   <translation>能力应为名称与数量的列表。</translation>
  </message>
  <message>
   <location filename="../../commandcenter/sync/state.py" />
   <source>Catching up {done} of {total}</source>
   <translation>正在追平 {done}/{total}</translation>
  </message>
  <message>
   <location filename="../../commandcenter/sync/status.py" />
   <source>Catching up {done} of {total}, about {n} min left</source>
   <translation>正在追平 {done}/{total}，约剩 {n} 分钟</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/command_line/verbs.py" />
   <source>Change the alarm level of the response plan</source>
   <translation>更改预案的响应级别</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/command_line/verbs.py" />
   <source>Change the grade, 1 to 4</source>
   <translation>更改等级（1 到 4）</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/command_line/grammar.py" />
   <source>Change the priority of {number} from {old} to {new}</source>
   <translation>将 {number} 的优先级由 {old} 改为 {new}</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/command_line/verbs.py" />
   <source>Change the priority, 1 to 5</source>
   <translation>更改优先级，1 至 5</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/command_line/verbs.py" />
   <source>Change what kind of incident it is</source>
   <translation>更改事件类型</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/sketch/pen.py" />
   <source>Changed</source>
   <translation>已修改</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/data/checkpoints_page.py" />
   <source>Checkpoint signed. Entries: {n}</source>
   <translation>检查点已签署。记录：{n} 条</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/identity/devices_page.py" />
   <source>Choose a device in the list first.</source>
   <translation>请先在列表中选择设备。</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/command_line/logistics.py" />
   <source>Choose a hospital or shelter for {who}</source>
   <translation>为 {who} 选择医院或安置点</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/command_line/verbs.py" />
   <source>Choose a hospital or shelter; “hosp 12/20 emergency St. Mary” reports places</source>
   <translation>选择医院或安置点；“hosp 12/20 emergency St. Mary”上报床位</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/exercise/notes_page.py" />
   <source>Choose a note in the list first.</source>
   <translation>请先在列表中选择一条记录。</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/identity/people_page.py" />
   <source>Choose a role in the list first.</source>
   <translation>请先在列表中选择角色。</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/identity/acts_page.py" />
   <source>Choose an act in the list first.</source>
   <translation>请先在列表中选择一项行为。</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/exercise/injects_page.py" />
   <source>Choose an inject first.</source>
   <translation>请先选择一个注入。</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/exercise/timelines_page.py" />
   <source>Choose another timeline first.</source>
   <translation>请先选择另一条时间线。</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/sketch/panel.py" />
   <source>Choose one in the list, or click it on the map.</source>
   <translation>请在列表中选择一个，或在地图上点击它。</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/field/receiver.py" />
   <source>Choose the serial line, or write its name: /dev/ttyUSB0, COM3.</source>
   <translation>请选择串口，或写出其名称：/dev/ttyUSB0、COM3。</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/exercise/editor/placing.py" />
   <source>Click on the map where inject {number} happens.</source>
   <translation>请在地图上点击注入 {number} 的发生地点。</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/supplies/partners.py" />
   <source>Click on the map where it is.</source>
   <translation>请在地图上点击其位置。</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/exercise/editor/placing.py" />
   <source>Click on the map where {name} stands.</source>
   <translation>请在地图上点击 {name} 的位置。</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/sketch/pen.py" />
   <source>Click the corners on the map; Enter or a double click ends it, Esc gives up.</source>
   <translation>在地图上点击各个角；按 Enter 或双击结束，按 Esc 放弃。</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/sketch/pen.py" />
   <source>Click the line on the map; Enter or a double click ends it, Esc gives up.</source>
   <translation>在地图上点击画线；按 Enter 或双击结束，按 Esc 放弃。</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/field/whereabouts.py" />
   <source>Click the map where you are.</source>
   <translation>请在地图上点击所在位置。</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/supplies/stock.py" />
   <source>Click the place of the depot on the map.</source>
   <translation>请在地图上点击仓库的位置。</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/sketch/pen.py" />
   <source>Click the place on the map; Esc gives up.</source>
   <translation>在地图上点击位置；按 Esc 放弃。</translation>
  </message>
  <message>
   <location filename="../../commandcenter/exercise/recorded.py" />
   <source>Clock inversions in the source</source>
   <translation>源数据中的时钟倒序</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/command_line/verbs.py" />
   <source>Close a street by its name, or draw point, line or area; “closure end Old bridge” opens the road again</source>
   <translation>按街名封闭，或绘制点、线、区域；“closure end 老桥”重新开放道路</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/command_line/verbs.py" />
   <source>Close an incident, with a reason if you like</source>
   <translation>结束事件，可附原因</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/command_line/grammar.py" />
   <source>Close {number} {place}</source>
   <translation>结束 {number} {place}</translation>
  </message>
  <message>
   <location filename="../../commandcenter/app/lines.py" />
   <source>Close {street}, {town}: {metres} m</source>
   <translation>封闭{street}，{town}：{metres} 米</translation>
  </message>
  <message>
   <location filename="../../commandcenter/geo/roads/network.py" />
   <source>Closures cut off every way.</source>
   <translation>封闭切断了所有路线。</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/connection/links_page.py" />
   <source>Connection changed; it is kept for the next start</source>
   <translation>连接已更改，下次启动时沿用</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/command_line/window_lines.py" />
   <source>Coordinates of which place? e.g. copy mgrs Mill Lane; lat_lon, mgrs, utm or olc</source>
   <translation>哪个地点的坐标？例如 copy mgrs 磨坊巷；可用 lat_lon、mgrs、utm 或 olc</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/map_menu.py" />
   <source>Copied: {text}</source>
   <translation>已复制：{text}</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/command_line/verbs.py" />
   <source>Copy the coordinates of a place</source>
   <translation>复制某地点的坐标</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/command_line/window_lines.py" />
   <source>Copy the coordinates of {place}: {notation}</source>
   <translation>复制 {place} 的坐标：{notation}</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/command_line/verbs.py" />
   <source>Correct where an incident is</source>
   <translation>更正事件位置</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/command_line/verbs.py" />
   <source>Count who is within so many metres of a place</source>
   <translation>统计某地点若干米范围内的人口</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/command_line/window_lines.py" />
   <source>Count who is within {radius} m of {place}</source>
   <translation>统计 {place} 周围 {radius} 米内的人口</translation>
  </message>
  <message>
   <location filename="../../commandcenter/dispatch/eligibility.py" />
   <source>Crew too small: {crew} aboard, {kind} needs {needed}.</source>
   <translation>人员不足：车上 {crew} 人，{kind}需要 {needed} 人。</translation>
  </message>
  <message>
   <location filename="../../commandcenter/geo/roads/routes.py" />
   <source>Crosses a ford.</source>
   <translation>途经涉水路段。</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/exercise/offer.py" />
   <source>Ctrl+E opens the exercises at any time</source>
   <translation>随时可按 Ctrl+E 打开演练</translation>
  </message>
  <message>
   <location filename="../../commandcenter/app/station.py" />
   <source>Daily operation</source>
   <translation>日常值守</translation>
  </message>
  <message>
   <location filename="../../commandcenter/dispatch/handlers/corrections.py" />
   <source>Decide anew what is shared.</source>
   <translation>请重新决定共享内容。</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/command_line/goods_lines.py" />
   <source>Decline {goods} for {target}</source>
   <translation>拒绝给{target}的{goods}</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/supplies/stock.py" />
   <source>Depot {name} added</source>
   <translation>已添加仓库 {name}</translation>
  </message>
  <message>
   <location filename="../../commandcenter/dispatch/handlers/shares.py" />
   <source>Desk {desk} has {left} left in its share and may have taken it while it was apart; cut its share only when it is in step or lost.</source>
   <translation>席位 {desk} 的份额尚余 {left}，断开期间可能已取用；仅当其已同步或已丢失时才可削减。</translation>
  </message>
  <message>
   <location filename="../../commandcenter/dispatch/handlers/corrections.py" />
   <source>Divide the stock anew.</source>
   <translation>请重新分配库存。</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/command_line/verbs.py" />
   <source>Do not send to an incident by itself; a person sends</source>
   <translation>不自动派往某事件；由人派遣</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/command_line/grammar.py" />
   <source>Do not send to {number} {place} by itself</source>
   <translation>不自动派往 {number} {place}</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/alarms/panel.py" />
   <source>Done</source>
   <translation>完成</translation>
  </message>
  <message>
   <location filename="../../commandcenter/app/exercise_guest.py" />
   <source>Done at the leading computer.</source>
   <translation>已在主导计算机上完成。</translation>
  </message>
  <message>
   <location filename="../../commandcenter/exercise/recorded.py" />
   <source>Double-booked units in the source</source>
   <translation>源数据中的重复派遣单元</translation>
  </message>
  <message>
   <location filename="../../commandcenter/dispatch/eligibility.py" />
   <source>Double-booked: two desks have sent it; resolve the conflict first.</source>
   <translation>重复派遣：两个席位都派出了它；请先解决冲突。</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/command_line/grammar.py" />
   <source>Draw the closure on the map; Enter there ends it, Esc gives up</source>
   <translation>在地图上绘制封闭；Enter 完成，Esc 放弃</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/search/window.py" />
   <source>Draw the corners on the map; Enter there ends it, Esc gives up.</source>
   <translation>请在地图上绘制各角点；在地图上按回车结束，Esc 放弃。</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/closures/form.py" />
   <source>Draw the place on the map; Enter there ends the line or area.</source>
   <translation>请在地图上画出位置；在图上按 Enter 结束线或区域。</translation>
  </message>
  <message>
   <location filename="../../commandcenter/geo/basemap/sink.py" />
   <source>Drawing the map</source>
   <translation>绘制地图</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/closures/form.py" />
   <source>Drawn. Enter closes it; Esc gives up.</source>
   <translation>已画好。Enter 封闭；Esc 放弃。</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/sketch/pen.py" />
   <source>Drawn; everybody sees it</source>
   <translation>已标绘；所有人都能看到</translation>
  </message>
  <message>
   <location filename="../../commandcenter/geo/roads/routes.py" />
   <source>Drives against a one-way street at {speed_kph} km/h.</source>
   <translation>以 {speed_kph} 公里/小时逆行单行道。</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/speeds/window.py" />
   <source>Driving times adopted; new recommendations use them at once</source>
   <translation>已采用行驶时间，新的推荐立即使用</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/command_line/verbs.py" />
   <source>End the assignment of units</source>
   <translation>结束单元的任务</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/command_line/grammar.py" />
   <source>End the assignment of {units}</source>
   <translation>结束 {units} 的任务</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/alarms/panel.py" />
   <source>End the mayday</source>
   <translation>解除求救</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/command_line/duty.py" />
   <source>End the mayday of {callsign}: {text}</source>
   <translation>解除 {callsign} 的求救：{text}</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/command_line/duty.py" />
   <source>End the roll-call of {number}</source>
   <translation>结束 {number} 的点名</translation>
  </message>
  <message>
   <location filename="../../commandcenter/dispatch/handlers/corrections.py" />
   <source>End the sweep with 0 hours instead.</source>
   <translation>请改为以 0 小时结束该次搜索。</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/command_line/verbs.py" />
   <source>Enter late what happened earlier: the time, then any command</source>
   <translation>补录先前发生的事：先写时间，再写任何命令</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/command_line/grammar.py" />
   <source>Enter shows who should go to {number}. Or add callsigns</source>
   <translation>Enter 显示应派往 {number} 的单元。或继续输入呼号</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/command_line/grammar.py" />
   <source>Enter shows {units}. Or add a status: av er os tr af rt oos</source>
   <translation>Enter 显示 {units}。或输入状态：av er os tr af rt oos</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/command_line/late.py" />
   <source>Entered late, happened at {time}: {what}</source>
   <translation>补录，发生于 {time}：{what}</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/messages/radio_page.py" />
   <source>Entered late: {what}</source>
   <translation>已补录：{what}</translation>
  </message>
  <message>
   <location filename="../../commandcenter/app/integrity.py" />
   <source>Entries checked: {n}, all as they were signed. Checkpoints: {k}; nothing is gone that they name.</source>
   <translation>已检查记录：{n} 条，均与签署时一致。检查点：{k} 个；其中列明的内容无一缺失。</translation>
  </message>
  <message>
   <location filename="../../commandcenter/app/partner_sticks.py" />
   <source>Entries in {file}: {count}, attachments: {n}.</source>
   <translation>{file} 中的记录：{count}，附件：{n}。</translation>
  </message>
  <message>
   <location filename="../../commandcenter/app/partner_sticks.py" />
   <source>Entries in {file}: {count}.</source>
   <translation>{file} 中的记录：{count} 条。</translation>
  </message>
  <message>
   <location filename="../../commandcenter/app/archives.py" />
   <source>Entries in {file}: {n}, attachments: {files}. The file was checked.</source>
   <translation>{file} 中的记录：{n}，附件：{files}。文件已检查。</translation>
  </message>
  <message>
   <location filename="../../commandcenter/app/archives.py" />
   <source>Entries in {file}: {n}, attachments: {files}. The file was checked. Attachments that are not on this computer: {missing}; fetch them and write the archive again.</source>
   <translation>{file} 中的记录：{n}，附件：{files}。文件已检查。不在本机上的附件：{missing}；请先取回，再重新写入归档。</translation>
  </message>
  <message>
   <location filename="../../commandcenter/app/integrity.py" />
   <source>Entries {first} to {last} of device {device} are gone: a signed checkpoint names them. Heal the log from another desk.</source>
   <translation>设备 {device} 的第 {first} 至 {last} 条记录已丢失：签名检查点中列有它们。请从其他席位修复日志。</translation>
  </message>
  <message>
   <location filename="../../commandcenter/app/integrity.py" />
   <source>Entry {first} of device {device} is gone: a signed checkpoint names it. Heal the log from another desk.</source>
   <translation>设备 {device} 的第 {first} 条记录已缺失：有签名检查点列明了它。请从其他席位修复日志。</translation>
  </message>
  <message>
   <location filename="../../commandcenter/app/integrity.py" />
   <source>Entry {position} is not as it was signed: {why}. Later entries that rest on it: {n}. Heal the log from another desk.</source>
   <translation>第 {position} 条记录与签署时不符：{why}。依赖它的后续记录：{n} 条。请从其他席位修复日志。</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/data/classes_page.py" />
   <source>Erased; other devices follow</source>
   <translation>已清除；其他设备将随之清除</translation>
  </message>
  <message>
   <location filename="../../commandcenter/dispatch/explain.py" />
   <source>Every unit with {capability} is sent, busy or out of service; in all: {count}.</source>
   <translation>具备{capability}的 {count} 个单元均已派出、忙碌或停用。</translation>
  </message>
  <message>
   <location filename="../../commandcenter/dispatch/explain.py" />
   <source>Every unit with {capability} is sent, proposed for another incident, busy or out of service; in all: {count}.</source>
   <translation>具备{capability}的 {count} 个单元均已派出、已拟派往其他事件、忙碌或停用。</translation>
  </message>
  <message>
   <location filename="../../commandcenter/dispatch/explain.py" />
   <source>Everything the plan asks for has been sent.</source>
   <translation>预案所需均已派出。</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/connection/links_page.py" />
   <source>Everything travels again</source>
   <translation>恢复传输全部内容</translation>
  </message>
  <message>
   <location filename="../../commandcenter/app/exercise_guest.py" />
   <source>Exercise</source>
   <translation>演练</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/statistics/window.py" />
   <source>Figures saved: {file}</source>
   <translation>统计已保存：{file}</translation>
  </message>
  <message>
   <location filename="../../commandcenter/dispatch/explain.py" />
   <source>First free {capability} by road: {km} km, {eta}; {other}, {eta2}, would gain too little to be taken off incident {number}.</source>
   <translation>按道路最先到达的空闲{capability}：{km} 公里，{eta}；{other} 需 {eta2}，但从事件 {number} 调离它收益太小。</translation>
  </message>
  <message>
   <location filename="../../commandcenter/dispatch/explain.py" />
   <source>First {capability} by road: {km} km, {eta}; {other} is nearer, {km2} km, but takes {eta2}.</source>
   <translation>按道路最先到达的{capability}：{km} 公里，{eta}；{other} 更近（{km2} 公里），但需 {eta2}。</translation>
  </message>
  <message>
   <location filename="../../commandcenter/dispatch/explain.py" />
   <source>First {capability} by road: {km} km, {eta}; {other} might take {eta2}, but its position is stale.</source>
   <translation>按道路最先到达的{capability}：{km} 公里，{eta}；{other} 可能只需 {eta2}，但其位置已过时。</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/search/window.py" />
   <source>Found in sector {name}</source>
   <translation>在分区 {name} 找到</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/field/receiver.py" />
   <source>Found: {lines}</source>
   <translation>找到：{lines}</translation>
  </message>
  <message>
   <location filename="../../commandcenter/dispatch/search/distances.py" />
   <source>Four distances are needed, each farther than the one before: for 25, 50, 75 and 95 %.</source>
   <translation>需要四个依次增大的距离：分别对应 25%、50%、75% 和 95%。</translation>
  </message>
  <message>
   <location filename="../../commandcenter/dispatch/handlers/messages.py" />
   <source>From 1 to {most} messages can be read at once.</source>
   <translation>一次可标记 1 至 {most} 条消息为已读。</translation>
  </message>
  <message>
   <location filename="../../commandcenter/dispatch/handlers/privacy.py" />
   <source>From 1 to {most} things can be noted at once.</source>
   <translation>一次可记录 1 至 {most} 项。</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/command_line/logistics.py" />
   <source>From which depot? e.g. stock 20 blanket from Central for 42</source>
   <translation>从哪个仓库？例如 stock 20 blanket from Central for 42</translation>
  </message>
  <message>
   <location filename="../../commandcenter/dispatch/facility_choice.py" />
   <source>Full: {care}.</source>
   <translation>已满：{care}。</translation>
  </message>
  <message>
   <location filename="../../commandcenter/app/gps.py" />
   <source>GPS</source>
   <translation>GPS</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/command_line/verbs.py" />
   <source>Give an incident a name</source>
   <translation>为事件命名</translation>
  </message>
  <message>
   <location filename="../../commandcenter/app/partner_sticks.py" />
   <source>Give the address of the computer that is to read it.</source>
   <translation>请给出要读取它的计算机的地址。</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/connection/code_page.py" />
   <source>Give the code first.</source>
   <translation>请先输入代码。</translation>
  </message>
  <message>
   <location filename="../../commandcenter/app/cli/device.py" />
   <source>Give the number that the other person read to you with --code.</source>
   <translation>请用 --code 给出对方念给您的数字。</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/conflicts/settling.py" />
   <source>Given back</source>
   <translation>已退回</translation>
  </message>
  <message>
   <location filename="../../commandcenter/dispatch/handlers/calls.py" />
   <source>Giving a call-back up takes a reason.</source>
   <translation>放弃回拨须说明原因。</translation>
  </message>
  <message>
   <location filename="../../commandcenter/dispatch/turn_list.py" />
   <source>Go on along {street}</source>
   <translation>沿{street}继续行驶</translation>
  </message>
  <message>
   <location filename="../../commandcenter/dispatch/turn_list.py" />
   <source>Go straight on</source>
   <translation>直行</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/supplies/transfers.py" />
   <source>Goods asked for</source>
   <translation>已申请物资</translation>
  </message>
  <message>
   <location filename="../../commandcenter/dispatch/handlers/transfers.py" />
   <source>Goods cannot go to the depot they come from.</source>
   <translation>物资不能调往其来源仓库。</translation>
  </message>
  <message>
   <location filename="../../commandcenter/dispatch/handlers/transfers.py" />
   <source>Goods go to one depot or to one incident.</source>
   <translation>物资只能调往一个仓库或一起事件。</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/supplies/transfers.py" />
   <source>Goods on their way</source>
   <translation>物资已发出</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/command_line/verbs.py" />
   <source>Goods on their way: yes, no and why, send with a unit, got by whom</source>
   <translation>在途物资：同意、拒绝及原因、由单元发出、由谁收到</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/supplies/transfers.py" />
   <source>Goods promised</source>
   <translation>物资已预留</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/supplies/transfers.py" />
   <source>Goods received</source>
   <translation>物资已签收</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/messages/groups_page.py" />
   <source>Group dropped</source>
   <translation>群组已删除</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/messages/groups_page.py" />
   <source>Group {name} saved</source>
   <translation>群组 {name} 已保存</translation>
  </message>
  <message>
   <location filename="../../commandcenter/log/recovery.py" />
   <source>Group {number} of the code, {group}, is mistyped; compare it with the paper.</source>
   <translation>恢复码第 {number} 组“{group}”输入有误；请与凭证核对。</translation>
  </message>
  <message>
   <location filename="../../commandcenter/dispatch/facility_choice.py" />
   <source>Has no {services}.</source>
   <translation>不具备：{services}。</translation>
  </message>
  <message>
   <location filename="../../commandcenter/dispatch/explain.py" />
   <source>Has nothing that is still needed: {capabilities}.</source>
   <translation>不具备仍需的能力：{capabilities}。</translation>
  </message>
  <message>
   <location filename="../../commandcenter/dispatch/explain.py" />
   <source>Has one crew with {callsign}, which is sent.</source>
   <translation>与 {callsign} 共用一组人员，而 {callsign} 已被选派。</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/command_line/verbs.py" />
   <source>Hide a panel</source>
   <translation>隐藏面板</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/command_line/window_lines.py" />
   <source>Hide from the map: {name}</source>
   <translation>在地图上隐藏：{name}</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/command_line/window_lines.py" />
   <source>Hide: {name}</source>
   <translation>隐藏：{name}</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/command_line/window_lines.py" />
   <source>How far does who get? e.g. reach E1, reach engine Mill Lane, reach off</source>
   <translation>谁能到多远？例如 reach E1、reach engine 磨坊巷、reach off</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/command_line/window_lines.py" />
   <source>How many metres around which place? e.g. around 500 Mill Lane</source>
   <translation>哪个地点周围多少米？例如 around 500 磨坊巷</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/command_line/window_lines.py" />
   <source>How many metres around which place? e.g. hazard 200 Mill Lane ; gas</source>
   <translation>哪个地点周围多少米？例如 hazard 200 磨坊巷 ; 燃气</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/command_line/duty.py" />
   <source>How many people does {callsign} have? It should be {n}</source>
   <translation>{callsign} 有几人？应为 {n} 人</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/command_line/goods_lines.py" />
   <source>How many places of which kind, where, and for whom? e.g. keep 2 emergency St. Mary for 42</source>
   <translation>多少个哪类床位，在哪里，给谁？例如 预留 2 急诊 圣玛丽医院 给 42</translation>
  </message>
  <message>
   <location filename="../../commandcenter/dispatch/fragility.py" />
   <source>If {where} were closed, no road would be left.</source>
   <translation>若{where}封闭，则无路可达。</translation>
  </message>
  <message>
   <location filename="../../commandcenter/dispatch/fragility.py" />
   <source>If {where} were closed, the drive would take {eta} instead of {eta2}.</source>
   <translation>若{where}封闭，行车需 {eta}，而非 {eta2}。</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/alarms/panel.py" />
   <source>In hand: {what}</source>
   <translation>已接手：{what}</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/command_line/duty.py" />
   <source>In how many minutes? e.g. timer 10 check the wind</source>
   <translation>多少分钟后？如 timer 10 查看风向</translation>
  </message>
  <message>
   <location filename="../../commandcenter/sync/status.py" />
   <source>In step</source>
   <translation>已同步</translation>
  </message>
  <message>
   <location filename="../../commandcenter/sync/state.py" />
   <source>In step with 1 desk</source>
   <translation>已与 1 个席位同步</translation>
  </message>
  <message>
   <location filename="../../commandcenter/sync/state.py" />
   <source>In step with {n} desks</source>
   <translation>已与 {n} 个席位同步</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/command_line/verbs.py" />
   <source>Incident is under control</source>
   <translation>事件已控制</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/report/form.py" />
   <source>Incident opened at {place}</source>
   <translation>已在 {place} 建立事件</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/command_line/grammar.py" />
   <source>Incident {number} is open</source>
   <translation>事件 {number} 未结束</translation>
  </message>
  <message>
   <location filename="../../commandcenter/dispatch/handlers/catalogue.py" />
   <source>Incident {number} is open and of the type {type}, which this catalogue lacks.</source>
   <translation>事件 {number} 尚未结束，其类型 {type} 在此目录中不存在。</translation>
  </message>
  <message>
   <location filename="../../commandcenter/resources/status.py" />
   <source>Incident {number} is {old}; it cannot become {new} from there.</source>
   <translation>事件 {number} 现为{old}；不能由此变为{new}。</translation>
  </message>
  <message>
   <location filename="../../commandcenter/dispatch/lookup.py" />
   <source>Incident {number} is {state}.</source>
   <translation>事件 {number} 现为{state}。</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/queue/surge.py" />
   <source>Incident {number} merged into {other}</source>
   <translation>事件 {number} 已并入 {other}</translation>
  </message>
  <message>
   <location filename="../../commandcenter/dispatch/handlers/incidents.py" />
   <source>Incident {number} still has units: {callsigns}. Release them first.</source>
   <translation>事件 {number} 仍有单元：{callsigns}。请先释放。</translation>
  </message>
  <message>
   <location filename="../../commandcenter/dispatch/relief.py" />
   <source>Incident {number}: {callsign} would be there in {eta}; {other}, which is under way, takes {eta2} and would be free again.</source>
   <translation>事件 {number}：{callsign} {eta} 可到；正在途中的 {other} 还需 {eta2}，换下后即可重新待命。</translation>
  </message>
  <message>
   <location filename="../../commandcenter/dispatch/handlers/privacy.py" />
   <source>Incidents still open: {n} ({numbers}). Close or cancel them first.</source>
   <translation>仍未关闭的事件：{n}（{numbers}）。请先关闭或取消。</translation>
  </message>
  <message>
   <location filename="../../commandcenter/exercise/validate.py" />
   <source>Inject {number} fires before its unit exists: {unit} comes with inject {other}.</source>
   <translation>注入 {number} 发生时其单元尚不存在：{unit} 随注入 {other} 才到达。</translation>
  </message>
  <message>
   <location filename="../../commandcenter/exercise/validate.py" />
   <source>Inject {number} fires before the incident of inject {other} exists.</source>
   <translation>注入 {number} 发生时，注入 {other} 的事件尚不存在。</translation>
  </message>
  <message>
   <location filename="../../commandcenter/exercise/validate.py" />
   <source>Inject {number} fires while the desks are together: put an “apart” before it.</source>
   <translation>注入 {number} 发生时两台并未分离：请在其前加入“apart”。</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/exercise/injects_page.py" />
   <source>Inject {number} has happened or was left out; only what is planned can be changed.</source>
   <translation>注入 {number} 已发生或已跳过；只能更改尚未发生的注入。</translation>
  </message>
  <message>
   <location filename="../../commandcenter/exercise/validate.py" />
   <source>Inject {number} has no deadline, so nothing is ever missing.</source>
   <translation>注入 {number} 没有期限，因此不会出现“未完成”。</translation>
  </message>
  <message>
   <location filename="../../commandcenter/exercise/validate.py" />
   <source>Inject {number} has no match rule, so nothing can be missing or done.</source>
   <translation>注入 {number} 没有匹配规则，无法判断完成与否。</translation>
  </message>
  <message>
   <location filename="../../commandcenter/exercise/validate.py" />
   <source>Inject {number} is after the end of the exercise.</source>
   <translation>注入 {number} 在演练结束之后。</translation>
  </message>
  <message>
   <location filename="../../commandcenter/exercise/validate.py" />
   <source>Inject {number} is before the start of the exercise.</source>
   <translation>注入 {number} 在演练开始之前。</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/exercise/inject_sheet.py" />
   <source>Inject {number} is not planned any more; its form is shut.</source>
   <translation>注入 {number} 已不在计划中；表单已关闭。</translation>
  </message>
  <message>
   <location filename="../../commandcenter/exercise/injects.py" />
   <source>Inject {number} is {standing} already.</source>
   <translation>注入 {number} 的状态已是 {standing}。</translation>
  </message>
  <message>
   <location filename="../../commandcenter/exercise/validate.py" />
   <source>Inject {number} opens no incident.</source>
   <translation>注入 {number} 不产生事件。</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/exercise/inject_sheet.py" />
   <source>Inject {number} stands as written</source>
   <translation>注入 {number} 已按所写保存</translation>
  </message>
  <message>
   <location filename="../../commandcenter/exercise/validate.py" />
   <source>Inject {number} waits for itself: {circle}.</source>
   <translation>注入 {number} 循环等待自身：{circle}。</translation>
  </message>
  <message>
   <location filename="../../commandcenter/exercise/course.py" />
   <source>Inject {number}, {column}: {why}</source>
   <translation>注入 {number}，{column}：{why}</translation>
  </message>
  <message>
   <location filename="../../commandcenter/dispatch/turn_list.py" />
   <source>Into the roundabout</source>
   <translation>驶入环岛</translation>
  </message>
  <message>
   <location filename="../../commandcenter/dispatch/turn_list.py" />
   <source>Into the roundabout {street}</source>
   <translation>驶入环岛{street}</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/command_line/grammar.py" />
   <source>Into which incident? e.g. merge 43 into 42</source>
   <translation>并入哪个事件？例如：合并 43 到 42</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/command_line/verbs.py" />
   <source>Issue goods, or promise them to an incident or a depot</source>
   <translation>发放物资，或为事件或仓库预留</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/command_line/logistics.py" />
   <source>Issue {goods} from {depot}</source>
   <translation>从 {depot} 发放 {goods}</translation>
  </message>
  <message>
   <location filename="../../commandcenter/dispatch/radio.py" />
   <source>It goes to {units}.</source>
   <translation>它是发给 {units} 的。</translation>
  </message>
  <message>
   <location filename="../../commandcenter/dispatch/handlers/merging.py" />
   <source>It is known already that {number} and {other} are not the same.</source>
   <translation>已记录 {number} 与 {other} 不是同一事件。</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/queue/surge.py" />
   <source>It is not like any other incident</source>
   <translation>它与其他事件都不相似</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/command_line/report.py" />
   <source>It is the same: add the call to {number}</source>
   <translation>是同一起：将来电并入 {number}</translation>
  </message>
  <message>
   <location filename="../../commandcenter/dispatch/relief.py" />
   <source>It is under way and would still need {eta}.</source>
   <translation>它正在途中，还需要 {eta}。</translation>
  </message>
  <message>
   <location filename="../../commandcenter/dispatch/coverage.py" />
   <source>It is worth most where it stands.</source>
   <translation>留在原地作用最大。</translation>
  </message>
  <message>
   <location filename="../../commandcenter/dispatch/logistics.py" />
   <source>It lies ready in {depot}, but no free supply vehicle can bring it and be back within {hours} h.</source>
   <translation>已在 {depot} 备好，但没有空闲的运输车辆能在 {hours} 小时内送达并返回。</translation>
  </message>
  <message>
   <location filename="../../commandcenter/dispatch/logistics.py" />
   <source>It lies ready in {depot}, but no free supply vehicle can bring it.</source>
   <translation>已在 {depot} 备好，但空闲的运输车辆都无法送达。</translation>
  </message>
  <message>
   <location filename="../../commandcenter/dispatch/logistics.py" />
   <source>It lies ready in {depot}, but no supply vehicle is free.</source>
   <translation>已在 {depot} 备好，但没有空闲的运输车辆。</translation>
  </message>
  <message>
   <location filename="../../commandcenter/dispatch/handlers/drawings.py" />
   <source>It would be over before it begins.</source>
   <translation>它还没开始就结束了。</translation>
  </message>
  <message>
   <location filename="../../commandcenter/dispatch/relief.py" />
   <source>It would be there in {eta}, {later} later.</source>
   <translation>它将在 {eta} 后到达，晚 {later}。</translation>
  </message>
  <message>
   <location filename="../../commandcenter/dispatch/coverage.py" />
   <source>Its best move, to {station}, would add {percent} %.</source>
   <translation>其最佳调动（至 {station}）可增加 {percent} %。</translation>
  </message>
  <message>
   <location filename="../../commandcenter/dispatch/eligibility.py" />
   <source>Its crew is out with {callsign}.</source>
   <translation>其人员正随 {callsign} 出动。</translation>
  </message>
  <message>
   <location filename="../../commandcenter/dispatch/catalogue_in_use.py" />
   <source>Its files are not those that its digest was taken of.</source>
   <translation>其文件与摘要值不符。</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/command_line/verbs.py" />
   <source>Keep places at a hospital or shelter for people who go there</source>
   <translation>为前往的人员在医院或避难所预留床位</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/command_line/goods_lines.py" />
   <source>Keep {n} places at {facility} for {target}: {care}</source>
   <translation>在{facility}为{target}预留 {n} 个床位：{care}</translation>
  </message>
  <message>
   <location filename="../../commandcenter/dispatch/explain.py" />
   <source>Kept free for priority 1 while {count} incidents wait.</source>
   <translation>有 {count} 起事件等待期间，为优先级 1 的事件保留。</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/report/form.py" />
   <source>Kept to be rung back</source>
   <translation>已记录，待回拨</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/data/checkpoints_page.py" />
   <source>Kept. Devices that vouch for it: {k}</source>
   <translation>已保存。为其作证的设备：{k} 台</translation>
  </message>
  <message>
   <location filename="../../commandcenter/sync/state.py" />
   <source>LAN only since {since}, {count} unsent</source>
   <translation>自 {since} 起仅局域网，{count} 条未发送</translation>
  </message>
  <message>
   <location filename="../../commandcenter/resources/csv_tables.py" />
   <source>Latitude 0, longitude 0 is in the sea: the position is missing.</source>
   <translation>纬度 0、经度 0 位于海上：缺少位置。</translation>
  </message>
  <message>
   <location filename="../../commandcenter/dispatch/trip_goal.py" />
   <source>Least driving</source>
   <translation>行驶最少</translation>
  </message>
  <message>
   <location filename="../../commandcenter/dispatch/trip_goal.py" />
   <source>Least driving, every vehicle back within {hours} h</source>
   <translation>行驶最少，所有车辆 {hours} 小时内返回</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/facilities/window.py" />
   <source>Let go</source>
   <translation>已离开</translation>
  </message>
  <message>
   <location filename="../../commandcenter/exercise/sheet.py" />
   <source>Links to other files were left out.</source>
   <translation>指向其他文件的链接已忽略。</translation>
  </message>
  <message>
   <location filename="../../commandcenter/app/receiver.py" />
   <source>Listening for the receiver</source>
   <translation>正在等待接收机的数据</translation>
  </message>
  <message>
   <location filename="../../commandcenter/sync/state.py" />
   <source>Local only</source>
   <translation>仅本机</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/recommend/panel.py" />
   <source>Looking for the nearest units …</source>
   <translation>正在查找最近的单元…</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/closures/form.py" />
   <source>Looking for the street …</source>
   <translation>正在查找街道…</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/command_line/report.py" />
   <source>Looking up “{text}” …</source>
   <translation>正在查找“{text}”…</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/command_line/duty.py" />
   <source>MAYDAY of {callsign}; every desk is alarmed</source>
   <translation>{callsign} 求救；将告警所有席位</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/field/acts.py" />
   <source>MAYDAY sent</source>
   <translation>求救已发出</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/roll_call/window.py" />
   <source>MAYDAY {callsign}</source>
   <translation>求救 {callsign}</translation>
  </message>
  <message>
   <location filename="../../commandcenter/monitor/causes.py" />
   <source>MAYDAY {callsign}: {text}</source>
   <translation>求救 {callsign}：{text}</translation>
  </message>
  <message>
   <location filename="../../commandcenter/exercise/sheet.py" />
   <source>Macros were left out.</source>
   <translation>宏已忽略。</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/command_line/window_lines.py" />
   <source>Mark a hazard at {place}, {radius} m around</source>
   <translation>在 {place} 标出危险区，半径 {radius} 米</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/command_line/verbs.py" />
   <source>Mark a hazard on everybody's map, so many metres around a place</source>
   <translation>在所有人的地图上标出某地点周围若干米的危险区</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/command_line/verbs.py" />
   <source>Mark an incident as a duplicate of another</source>
   <translation>将事件标记为另一事件的重复</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/command_line/grammar.py" />
   <source>Mark {number} as a duplicate of {into}; its calls and units go over</source>
   <translation>将 {number} 标记为 {into} 的重复；来电与单元随之转移</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/command_line/grammar.py" />
   <source>Mark {number} as under control</source>
   <translation>将 {number} 标记为已控制</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/alarms/panel.py" />
   <source>Mayday ended</source>
   <translation>求救已解除</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/incident/lines.py" />
   <source>Message about {number} sent</source>
   <translation>关于 {number} 的消息已发送</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/command_line/messages.py" />
   <source>Message about {number}: {text}</source>
   <translation>关于 {number} 的消息：{text}</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/messages/compose.py" />
   <source>Message sent</source>
   <translation>消息已发送</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/command_line/messages.py" />
   <source>Message to everyone: {text}</source>
   <translation>发给全体的消息：{text}</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/command_line/messages.py" />
   <source>Message to {name} ({units}): {text}</source>
   <translation>发给 {name}（{units}）的消息：{text}</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/command_line/messages.py" />
   <source>Message to {name}: {text}</source>
   <translation>发给 {name} 的消息：{text}</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/field/messages.py" />
   <source>Message: {text}</source>
   <translation>消息：{text}</translation>
  </message>
  <message>
   <location filename="../../commandcenter/dispatch/explain.py" />
   <source>Might be there in {eta}, {km} km, but its position is stale; {other} takes {eta2}.</source>
   <translation>可能在 {eta} 内到达（{km} 公里），但位置过时；{other} 需 {eta2}。</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/supplies/stock.py" />
   <source>Minimum of {item} at {depot}: {level}</source>
   <translation>{depot} 的{item}最低库存：{level}</translation>
  </message>
  <message>
   <location filename="../../commandcenter/dispatch/radio.py" />
   <source>Misheard; it says: {text}</source>
   <translation>听错了；原文是：{text}</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/command_line/report.py" />
   <source>Move {number} from {old} to {place}, {detail}</source>
   <translation>将 {number} 从 {old} 移至 {place}，{detail}</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/sketch/pen.py" />
   <source>Moved</source>
   <translation>已移动</translation>
  </message>
  <message>
   <location filename="../../commandcenter/dispatch/supplies.py" />
   <source>Nearest depot with enough {item}: {km} km, {eta}.</source>
   <translation>{item} 充足的最近仓库：{km} 公里，{eta}。</translation>
  </message>
  <message>
   <location filename="../../commandcenter/dispatch/supplies.py" />
   <source>Nearest depot with enough {item}: {km} km, {eta}; {other} is nearer and has too little.</source>
   <translation>{item} 充足的最近仓库：{km} 公里，{eta}；{other} 更近但数量不足。</translation>
  </message>
  <message>
   <location filename="../../commandcenter/dispatch/explain.py" />
   <source>Nearest {capability} by road: {km} km, {eta}.</source>
   <translation>按道路最近的{capability}：{km} 公里，{eta}。</translation>
  </message>
  <message>
   <location filename="../../commandcenter/dispatch/explain.py" />
   <source>Nearest {capability} by road: {km} km, {eta}; by air {other} is nearer but has to drive {km2} km, {eta2}.</source>
   <translation>按道路最近的{capability}：{km} 公里，{eta}；直线距离 {other} 更近，但需行驶 {km2} 公里，{eta2}。</translation>
  </message>
  <message>
   <location filename="../../commandcenter/dispatch/explain.py" />
   <source>Nearest {capability} by road: {km} km, {eta}; by air {other} is nearer but no road leads from it.</source>
   <translation>按道路最近的{capability}：{km} 公里，{eta}；直线距离 {other} 更近，但没有道路可达。</translation>
  </message>
  <message>
   <location filename="../../commandcenter/log/heal.py" />
   <source>Neither the damaged log nor the source has a single good entry; nothing was changed.</source>
   <translation>损坏的日志和来源中都没有一条完好的记录；未作任何更改。</translation>
  </message>
  <message>
   <location filename="../../commandcenter/app/stick.py" />
   <source>New entries: {new}. Forged or damaged, and kept apart: {refused}.</source>
   <translation>新记录：{new}。伪造或损坏、另行保存：{refused}。</translation>
  </message>
  <message>
   <location filename="../../commandcenter/app/stick.py" />
   <source>New entries: {new}. Here already: {known}.</source>
   <translation>新记录：{new}。已有：{known}。</translation>
  </message>
  <message>
   <location filename="../../commandcenter/app/stick.py" />
   <source>New entries: {new}. Not taken: {missing}, for entries before them are missing. Export again with this desk's summary.</source>
   <translation>新记录：{new}。未接收：{missing}，因为缺少其前面的记录。请用本席位的摘要重新导出。</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/command_line/report.py" />
   <source>New {type} at {place}, {detail}</source>
   <translation>新建{type}：{place}，{detail}</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/command_line/report.py" />
   <source>New {type}, priority {priority}, at {place}, {detail}</source>
   <translation>新建{type}，优先级 {priority}：{place}，{detail}</translation>
  </message>
  <message>
   <location filename="../../commandcenter/dispatch/explain.py" />
   <source>Next {capability} by road: {km} km, {eta}; {other} is quicker and fills another slot.</source>
   <translation>按道路其次的{capability}：{km} 公里，{eta}；{other} 更快，已承担另一席位。</translation>
  </message>
  <message>
   <location filename="../../commandcenter/dispatch/explain.py" />
   <source>Next {capability} by road: {km} km, {eta}; {other} is quicker and goes to incident {number}.</source>
   <translation>按道路其次的{capability}：{km} 公里，{eta}；{other} 更快，拟派往事件 {number}。</translation>
  </message>
  <message>
   <location filename="../../commandcenter/app/cli/device.py" />
   <source>No act that waits begins with {text}; see `commandcenter device acts`.</source>
   <translation>没有以 {text} 开头的待定行为；见 `commandcenter device acts`。</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/command_line/watch_lines.py" />
   <source>No alarm of {what} waits for anybody</source>
   <translation>{what} 没有待接手的告警</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/command_line/watch_lines.py" />
   <source>No alarm waits for anybody</source>
   <translation>没有待接手的告警</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/command_line/callback_lines.py" />
   <source>No call came from that number</source>
   <translation>没有来自该号码的来电</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/command_line/watch_lines.py" />
   <source>No call is parked</source>
   <translation>没有挂起的来电</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/command_line/callback_lines.py" />
   <source>No caller of {number} left a number</source>
   <translation>{number} 的报警人没有留下号码</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/data/checkpoints_page.py" />
   <source>No checkpoint is chosen.</source>
   <translation>未选择检查点。</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/command_line/window_lines.py" />
   <source>No closed road is called “{name}”</source>
   <translation>没有名为“{name}”的封闭道路</translation>
  </message>
  <message>
   <location filename="../../commandcenter/app/stick_keys.py" />
   <source>No computer of this partner is known here. Ask them for its address (window Data, Sharing, or `commandcenter bundle address`) and give it as well (--to ADDRESS).</source>
   <translation>此处不知道该合作单位的任何计算机。请向对方索取其地址（窗口“数据”的“共享”页，或 `commandcenter bundle address`），并一并给出（--to ADDRESS）。</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/supplies/plan_words.py" />
   <source>No depot can give anything of what is needed.</source>
   <translation>没有仓库能提供所需的任何物资。</translation>
  </message>
  <message>
   <location filename="../../commandcenter/dispatch/supply_flow.py" />
   <source>No depot has any left.</source>
   <translation>没有仓库还有存货。</translation>
  </message>
  <message>
   <location filename="../../commandcenter/dispatch/supplies.py" />
   <source>No depot has any {item} left.</source>
   <translation>没有仓库还有 {item}。</translation>
  </message>
  <message>
   <location filename="../../commandcenter/dispatch/supplies.py" />
   <source>No depot has enough {item}; {quantity} of it from here: {km} km, {eta}.</source>
   <translation>没有仓库的 {item} 充足；由此提供 {quantity}：{km} 公里，{eta}。</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/command_line/watch_lines.py" />
   <source>No desk disagrees with another</source>
   <translation>各席位之间没有分歧</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/command_line/watch_lines.py" />
   <source>No desk disagrees with another about {what}</source>
   <translation>各席位对 {what} 没有分歧</translation>
  </message>
  <message>
   <location filename="../../commandcenter/app/cli/hub.py" />
   <source>No device, or more than one, has an id that begins with {text}; “commandcenter hub devices” lists them.</source>
   <translation>没有设备或有多台设备的编号以 {text} 开头；“commandcenter hub devices”会列出它们。</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/facilities/report.py" />
   <source>No facility is chosen.</source>
   <translation>未选择医院或安置点。</translation>
  </message>
  <message>
   <location filename="../../commandcenter/app/other_region.py" />
   <source>No file was chosen.</source>
   <translation>没有选择文件。</translation>
  </message>
  <message>
   <location filename="../../commandcenter/dispatch/explain.py" />
   <source>No free unit with {capability} has a road to this place; free: {count}.</source>
   <translation>具备{capability}的空闲单元均没有道路可达此处；空闲：{count} 个。</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/command_line/goods_lines.py" />
   <source>No goods go to {target}</source>
   <translation>没有发往{target}的物资</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/prints/papers.py" />
   <source>No incident is chosen</source>
   <translation>未选择事件</translation>
  </message>
  <message>
   <location filename="../../commandcenter/exercise/controls.py" />
   <source>No inject is planned any more.</source>
   <translation>已没有计划中的注入。</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/data/shares_page.py" />
   <source>No item is chosen.</source>
   <translation>未选择物品。</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/supplies/partners.py" />
   <source>No offer is chosen.</source>
   <translation>未选择援助意向。</translation>
  </message>
  <message>
   <location filename="../../commandcenter/dispatch/radio.py" />
   <source>No order here has the check word {check}.</source>
   <translation>此处没有校验词为 {check} 的命令。</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/command_line/watch_lines.py" />
   <source>No order to {callsign} can be withdrawn</source>
   <translation>没有可收回的发给 {callsign} 的命令</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/command_line/duty.py" />
   <source>No order waits for an answer of {callsign}</source>
   <translation>没有等待 {callsign} 答复的命令</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/command_line/messages.py" />
   <source>No order went to {callsign}</source>
   <translation>没有发给 {callsign} 的命令</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/data/partner_stick.py" />
   <source>No organisation is chosen.</source>
   <translation>未选择组织。</translation>
  </message>
  <message>
   <location filename="../../commandcenter/sync/lan/circle.py" />
   <source>No other desk of this operation was found on this network. Where the network blocks multicast, type the address of another desk.</source>
   <translation>此网络中没有找到本行动的其他席位。如果网络屏蔽组播，请输入另一席位的地址。</translation>
  </message>
  <message>
   <location filename="../../commandcenter/sync/state.py" />
   <source>No other desk on this network</source>
   <translation>此网络中没有其他席位</translation>
  </message>
  <message>
   <location filename="../../commandcenter/dispatch/handlers/privacy.py" />
   <source>No personal data of this is held here.</source>
   <translation>此处没有与之相关的个人数据。</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/command_line/goods_lines.py" />
   <source>No places of {who} wait for that</source>
   <translation>{who} 没有相应的预留床位</translation>
  </message>
  <message>
   <location filename="../../commandcenter/dispatch/solve.py" />
   <source>No plan fits: {why}</source>
   <translation>没有合适的方案：{why}</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/supplies/plan_words.py" />
   <source>No plan has them there before {bound} min on average, the last before {last} min.</source>
   <translation>任何方案平均都不早于 {bound} 分钟，最后一批不早于 {last} 分钟。</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/field/whereabouts.py" />
   <source>No position: connect a receiver, or click “I am here” and then the map</source>
   <translation>没有位置：请连接接收机，或点“我在这里”后点击地图</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/field/receiver.py" />
   <source>No receiver is used from now on; set the position by hand.</source>
   <translation>从现在起不用接收机；请手动设置位置。</translation>
  </message>
  <message>
   <location filename="../../commandcenter/geo/positioning/trial.py" />
   <source>No receiver: nothing answers at this address.</source>
   <translation>没有接收机：该地址无应答。</translation>
  </message>
  <message>
   <location filename="../../commandcenter/app/gps.py" />
   <source>No receiver: {why}.</source>
   <translation>没有接收机：{why}。</translation>
  </message>
  <message>
   <location filename="../../commandcenter/app/gps.py" />
   <source>No receiver: {why}; trying again</source>
   <translation>没有接收机：{why}；正在重试</translation>
  </message>
  <message>
   <location filename="../../commandcenter/dispatch/field.py" />
   <source>No road data for its vehicle profile {profile}.</source>
   <translation>其车辆类型 {profile} 没有道路数据。</translation>
  </message>
  <message>
   <location filename="../../commandcenter/app/telling.py" />
   <source>No road for this vehicle is near there.</source>
   <translation>附近没有此类车辆可行驶的道路。</translation>
  </message>
  <message>
   <location filename="../../commandcenter/dispatch/supply_flow.py" />
   <source>No road leads here from a depot that has any.</source>
   <translation>没有道路从有存货的仓库通到这里。</translation>
  </message>
  <message>
   <location filename="../../commandcenter/geo/roads/network.py" />
   <source>No road leads there for the vehicle profile {profile}.</source>
   <translation>车辆类型 {profile} 没有道路可达该处。</translation>
  </message>
  <message>
   <location filename="../../commandcenter/resources/csv_reading.py" />
   <source>No road of this region is near this position; is it in the sea or outside the region?</source>
   <translation>该位置附近没有本区域的道路；是否在海上或区域之外？</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/command_line/duty.py" />
   <source>No roll-call of {number} is under way</source>
   <translation>{number} 没有进行中的点名</translation>
  </message>
  <message>
   <location filename="../../commandcenter/dispatch/handlers/search.py" />
   <source>No sector has been given.</source>
   <translation>未给出分区。</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/search/window.py" />
   <source>No sector is chosen.</source>
   <translation>未选择分区。</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/field/receiver.py" />
   <source>No serial line was found: is the receiver plugged in?</source>
   <translation>没有找到串口：接收机插上了吗？</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/search/window.py" />
   <source>No sweep is chosen.</source>
   <translation>未选择搜索任务。</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/search/tasks.py" />
   <source>No team is chosen.</source>
   <translation>未选择队伍。</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/command_line/duty.py" />
   <source>No timer runs</source>
   <translation>没有进行中的计时</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/supplies/transfers.py" />
   <source>No transfer is chosen.</source>
   <translation>未选择调拨。</translation>
  </message>
  <message>
   <location filename="../../commandcenter/dispatch/handlers/incidents.py" />
   <source>No unit has been sent to incident {number}.</source>
   <translation>尚未向事件 {number} 派出单元。</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/layers/trail_file.py" />
   <source>No unit has moved in the last day, as far as this computer knows.</source>
   <translation>据本机所知，最近一天没有单元移动过。</translation>
  </message>
  <message>
   <location filename="../../commandcenter/dispatch/explain.py" />
   <source>No unit has {capability}.</source>
   <translation>没有单元具备{capability}。</translation>
  </message>
  <message>
   <location filename="../../commandcenter/dispatch/handlers/safety.py" />
   <source>No unit is on scene at {number}.</source>
   <translation>{number} 现场没有单元。</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/field/nearest.py" />
   <source>No way by road leads to a {what} from here.</source>
   <translation>从这里没有道路通往{what}。</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/sketch/pen.py" />
   <source>No way leads through it any more; recommendations follow at once</source>
   <translation>路线不再经过那里；调派建议随即更新</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/field/nearest.py" />
   <source>No {what}, or no position to start from.</source>
   <translation>没有{what}，或没有出发位置。</translation>
  </message>
  <message>
   <location filename="../../commandcenter/dispatch/handlers/messages.py" />
   <source>Nobody belongs to the group {name} now.</source>
   <translation>群组 {name} 现在没有成员。</translation>
  </message>
  <message>
   <location filename="../../commandcenter/dispatch/handlers/calls.py" />
   <source>Nobody can be rung back without a number.</source>
   <translation>没有号码，无法回拨。</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/queue/surge.py" />
   <source>Nobody is proposed for it; P makes a plan</source>
   <translation>尚未拟派任何单元；按 P 制定方案</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/command_line/callback_lines.py" />
   <source>Nobody like that is to be rung back</source>
   <translation>没有符合的待回拨报警人</translation>
  </message>
  <message>
   <location filename="../../commandcenter/dispatch/eligibility.py" />
   <source>Not available: {status}.</source>
   <translation>不可用：{status}。</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/recommend/rows.py" />
   <source>Not chosen: {n} units</source>
   <translation>未选用：{n} 个单元</translation>
  </message>
  <message>
   <location filename="../../commandcenter/dispatch/handlers/safety.py" />
   <source>Not everybody is accounted for; ending the roll-call takes a reason.</source>
   <translation>尚有人员未清点；结束点名需说明原因。</translation>
  </message>
  <message>
   <location filename="../../commandcenter/app/telling.py" />
   <source>Not filled: {what}, {n} missing. {reason}</source>
   <translation>未满足：{what}，缺 {n}。{reason}</translation>
  </message>
  <message>
   <location filename="../../commandcenter/sync/state.py" />
   <source>Not in step with a desk nearby</source>
   <translation>与邻近席位不同步</translation>
  </message>
  <message>
   <location filename="../../commandcenter/sync/status.py" />
   <source>Not in step with the hub</source>
   <translation>与汇聚站不同步</translation>
  </message>
  <message>
   <location filename="../../commandcenter/dispatch/explain.py" />
   <source>Not needed for what is still open.</source>
   <translation>对仍未满足的需求不需要。</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/supplies/plan_words.py" />
   <source>Not proven; no plan does with less than {bound} min of driving.</source>
   <translation>未证明最优；任何方案的行驶时间都不少于 {bound} 分钟。</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/command_line/grammar.py" />
   <source>Note in the log: {text}</source>
   <translation>写入日志的备注：{text}</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/incident/lines.py" />
   <source>Note on {number} written</source>
   <translation>已写入 {number} 的备注</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/command_line/grammar.py" />
   <source>Note on {number}: {text}</source>
   <translation>{number} 的备注：{text}</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/report/callbacks.py" />
   <source>Noted: the caller was not reached; the clock begins anew</source>
   <translation>已记录：未联系到报警人；重新计时</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/recommend/moves.py" />
   <source>Noted: the suggestion was not followed</source>
   <translation>已记录：未采纳该建议</translation>
  </message>
  <message>
   <location filename="../../commandcenter/dispatch/handlers/catalogue.py" />
   <source>Nothing differs from the catalogue as shipped; go back to that version instead.</source>
   <translation>与出厂目录没有差异；请改为恢复到出厂版本。</translation>
  </message>
  <message>
   <location filename="../../commandcenter/dispatch/goods.py" />
   <source>Nothing has been asked for.</source>
   <translation>未申请任何物资。</translation>
  </message>
  <message>
   <location filename="../../commandcenter/dispatch/handlers/accept.py" />
   <source>Nothing has been chosen.</source>
   <translation>未选择任何内容。</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/command_line/window_lines.py" />
   <source>Nothing here is called “{name}”</source>
   <translation>这里没有名为“{name}”的内容</translation>
  </message>
  <message>
   <location filename="../../commandcenter/dispatch/goods.py" />
   <source>Nothing here is called “{text}”.</source>
   <translation>此处没有名为“{text}”的对象。</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/sketch/exchange.py" />
   <source>Nothing in this file still holds.</source>
   <translation>此文件中没有仍然有效的内容。</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/automatic/sender.py" />
   <source>Nothing is about to be sent by itself</source>
   <translation>没有即将自动派出的派遣</translation>
  </message>
  <message>
   <location filename="../../commandcenter/dispatch/handlers/automatic.py" />
   <source>Nothing is about to be sent to incident {number} by itself.</source>
   <translation>没有即将自动派往事件 {number} 的派遣。</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/supplies/plan_words.py" />
   <source>Nothing is needed that is not promised already.</source>
   <translation>所需物资均已预留。</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/recommend/panel.py" />
   <source>Nothing is ticked</source>
   <translation>没有勾选任何项</translation>
  </message>
  <message>
   <location filename="../../commandcenter/dispatch/handlers/incidents.py" />
   <source>Nothing of incident {number} would change.</source>
   <translation>事件 {number} 不会有任何变化。</translation>
  </message>
  <message>
   <location filename="../../commandcenter/dispatch/handlers/drawings.py" />
   <source>Nothing of the sketch would change.</source>
   <translation>标绘不会有任何变化。</translation>
  </message>
  <message>
   <location filename="../../commandcenter/dispatch/handlers/teams.py" />
   <source>Nothing of {callsign} would change.</source>
   <translation>{callsign} 不会有任何变化。</translation>
  </message>
  <message>
   <location filename="../../commandcenter/dispatch/handlers/care.py" />
   <source>Nothing of {facility} would change.</source>
   <translation>{facility} 没有任何变化。</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/command_line/report.py" />
   <source>Nothing on the map is called “{text}”</source>
   <translation>地图上没有名为“{text}”的地点</translation>
  </message>
  <message>
   <location filename="../../commandcenter/dispatch/handlers/recovery.py" />
   <source>Nothing that was written on the computer where the operation was begun is here yet. Bring this desk in step first.</source>
   <translation>这里还没有行动发起计算机写下的任何内容。请先让本席位同步。</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/importing/window.py" />
   <source>Nothing was read that could be brought in.</source>
   <translation>没有读取到可导入的内容。</translation>
  </message>
  <message>
   <location filename="../../commandcenter/dispatch/handlers/moves.py" />
   <source>Nothing was suggested.</source>
   <translation>没有任何建议。</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/frame/files.py" />
   <source>Nothing was written into a file since the window was opened.</source>
   <translation>自窗口打开以来尚未写出任何文件。</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/command_line/duty.py" />
   <source>Of which incident? e.g. par 42; a unit's people: par E1 4</source>
   <translation>哪起事件？如 par 42；单元人数：par E1 4</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/supplies/partners.py" />
   <source>Offer declined</source>
   <translation>已谢绝援助意向</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/supplies/partners.py" />
   <source>Offer taken; it is marked with {sign}</source>
   <translation>已接受援助意向；以 {sign} 标记</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/supplies/partners.py" />
   <source>Offer written down</source>
   <translation>已记录援助意向</translation>
  </message>
  <message>
   <location filename="../../commandcenter/sync/state.py" />
   <source>Offline since {since}, {count} unsent</source>
   <translation>自 {since} 起离线，{count} 条未发送</translation>
  </message>
  <message>
   <location filename="../../commandcenter/sync/sealed.py" />
   <source>One bundle is for {n} devices at most.</source>
   <translation>一个数据包最多供 {n} 台设备使用。</translation>
  </message>
  <message>
   <location filename="../../commandcenter/dispatch/handlers/drawings.py" />
   <source>Only a hazard that still holds can keep roads closed.</source>
   <translation>只有仍然有效的危险源才能封闭道路。</translation>
  </message>
  <message>
   <location filename="../../commandcenter/app/identity.py" />
   <source>Only a supervisor gives others a PIN.</source>
   <translation>只有主管可以为他人设置 PIN。</translation>
  </message>
  <message>
   <location filename="../../commandcenter/app/identity.py" />
   <source>Only a supervisor prints the recovery paper.</source>
   <translation>只有主管可以打印恢复凭证。</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/command_line/window_lines.py" />
   <source>Only an open window can do this; open the desk with “commandcenter” first</source>
   <translation>只有打开的窗口能做到；请先用“commandcenter”打开席位</translation>
  </message>
  <message>
   <location filename="../../commandcenter/app/exercise_sync.py" />
   <source>Only controllers may do this.</source>
   <translation>只有导调员可以这样做。</translation>
  </message>
  <message>
   <location filename="../../commandcenter/dispatch/handlers/automatic.py" />
   <source>Only the desk that reported incident {number} sends to it by itself.</source>
   <translation>只有报告事件 {number} 的席位才会自动派遣。</translation>
  </message>
  <message>
   <location filename="../../commandcenter/exercise/sheet.py" />
   <source>Only the first {most} characters of this were read.</source>
   <translation>此处仅读取了前 {most} 个字符。</translation>
  </message>
  <message>
   <location filename="../../commandcenter/exercise/sheet.py" />
   <source>Only the first {most} columns were read.</source>
   <translation>仅读取了前 {most} 列。</translation>
  </message>
  <message>
   <location filename="../../commandcenter/exercise/sheet.py" />
   <source>Only the first {most} rows were read.</source>
   <translation>只读取了前 {most} 行。</translation>
  </message>
  <message>
   <location filename="../../commandcenter/exercise/sheet.py" />
   <source>Only the sheet {name} was read, not {others}.</source>
   <translation>仅读取了工作表“{name}”，未读取：{others}。</translation>
  </message>
  <message>
   <location filename="../../commandcenter/dispatch/handlers/transfers.py" />
   <source>Only what is promised can be sent; this transfer is {state}.</source>
   <translation>只能发出已预留的物资；该调拨状态为{state}。</translation>
  </message>
  <message>
   <location filename="../../commandcenter/dispatch/handlers/automatic.py" />
   <source>Only what was recommended is sent by itself.</source>
   <translation>只有所推荐的才会自动派出。</translation>
  </message>
  <message>
   <location filename="../../commandcenter/dispatch/handlers/transfers.py" />
   <source>Only what was sent can be received; this transfer is {state}.</source>
   <translation>只能签收已发出的物资；该调拨状态为{state}。</translation>
  </message>
  <message>
   <location filename="../../commandcenter/dispatch/facility_choice.py" />
   <source>Only {free} free of {wanted} wanted: {care}.</source>
   <translation>需要 {wanted}，仅有 {free} 空余：{care}。</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/command_line/verbs.py" />
   <source>Open a closed incident again</source>
   <translation>重新打开已结束的事件</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/command_line/verbs.py" />
   <source>Open a window or panel, or do anything else that has a key</source>
   <translation>打开窗口或面板，或执行任何有快捷键的操作</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/command_line/verbs.py" />
   <source>Open an incident: type, address, !priority, ; text</source>
   <translation>建立事件：类型、地址、!优先级、; 内容</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/command_line/window_lines.py" />
   <source>Open or do: {name}</source>
   <translation>打开或执行：{name}</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/command_line/grammar.py" />
   <source>Open {number} {place} again</source>
   <translation>重新打开 {number} {place}</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/orders/panel.py" />
   <source>Order given</source>
   <translation>命令已下达</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/command_line/duty.py" />
   <source>Order to {units}: {text}</source>
   <translation>命令 {units}：{text}</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/command_line/verbs.py" />
   <source>Order units to do something; each answers</source>
   <translation>命令单元执行任务；各自答复</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/alarms/panel.py" />
   <source>Order withdrawn</source>
   <translation>命令已撤回</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/exercise/sharing_page.py" />
   <source>Other computers may take part now.</source>
   <translation>其他计算机现在可以参加。</translation>
  </message>
  <message>
   <location filename="../../commandcenter/app/exercise_run.py" />
   <source>Other computers take part in this timeline; end the exercise before you go to another.</source>
   <translation>其他计算机正在参加此时间线；请先结束演练再切换。</translation>
  </message>
  <message>
   <location filename="../../commandcenter/sync/lan/circle.py" />
   <source>Other desks cannot reach this one: {why}. It can still call them.</source>
   <translation>其他席位无法连到本席位：{why}。本席位仍可呼叫它们。</translation>
  </message>
  <message>
   <location filename="../../commandcenter/sync/lan/circle.py" />
   <source>Other desks of this network cannot be met: {why}. It is tried again and again.</source>
   <translation>无法与本网络中的其他席位连接：{why}。会一再重试。</translation>
  </message>
  <message>
   <location filename="../../commandcenter/dispatch/eligibility.py" />
   <source>Out of service.</source>
   <translation>停用。</translation>
  </message>
  <message>
   <location filename="../../commandcenter/dispatch/search/advice.py" />
   <source>POA {poa} %, POD {pod} %: gain {gain} %, {per_hour} % an hour with {travel} of way.</source>
   <translation>区域概率 {poa}%，发现概率 {pod}%：增益 {gain}%，含路程 {travel} 每小时 {per_hour}%。</translation>
  </message>
  <message>
   <location filename="../../commandcenter/dispatch/search/advice.py" />
   <source>POA {poa} %, a team is in it; POD {pod} %, gain {gain} %, {per_hour} % an hour with {travel} of way.</source>
   <translation>区域概率 {poa}%，已有队伍在内；发现概率 {pod}%，增益 {gain}%，含路程 {travel} 每小时 {per_hour}%。</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/frame/printing.py" />
   <source>Papers are written for {size} from now on</source>
   <translation>此后按 {size} 纸张打印</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/command_line/verbs.py" />
   <source>Park the call on the form</source>
   <translation>挂起表单上的来电</translation>
  </message>
  <message>
   <location filename="../../commandcenter/dispatch/handlers/corrections.py" />
   <source>Parts of this entry are withheld here; it cannot be taken back.</source>
   <translation>此条目的部分内容在此不可见；无法撤回。</translation>
  </message>
  <message>
   <location filename="../../commandcenter/geo/roads/routes.py" />
   <source>Passes a gap of {width_m} m; the vehicle is {own_m} m wide.</source>
   <translation>途经宽 {width_m} 米的通道；车宽 {own_m} 米。</translation>
  </message>
  <message>
   <location filename="../../commandcenter/geo/roads/routes.py" />
   <source>Passes under a {height_m} m limit; the vehicle is {own_m} m high.</source>
   <translation>途经限高 {height_m} 米处；车高 {own_m} 米。</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/catalogue/port.py" />
   <source>Past incidents can be tried only where the log is kept.</source>
   <translation>只有在保存日志的地方才能用以往事件试用目录。</translation>
  </message>
  <message>
   <location filename="../../commandcenter/app/telling.py" />
   <source>People are estimated: each address a household of {size}; the map knows no people.</source>
   <translation>人数为估算：每个门牌按一户 {size} 人计；地图不含人口。</translation>
  </message>
  <message>
   <location filename="../../commandcenter/app/telling.py" />
   <source>Plan: {plan}</source>
   <translation>预案：{plan}</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/field/receiver.py" />
   <source>Position received: {lat}, {lon}</source>
   <translation>已收到位置：{lat}，{lon}</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/field/whereabouts.py" />
   <source>Position set by hand</source>
   <translation>手动设定位置</translation>
  </message>
  <message>
   <location filename="../../commandcenter/app/station.py" />
   <source>Practice</source>
   <translation>演练</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/command_line/verbs.py" />
   <source>Print as PDF: report, log, cards, blank, map, or an ICS form by its number; of which incident</source>
   <translation>打印为 PDF：报告、日志、派遣卡、空白卡、地图，或按编号打印 ICS 表格；可写明哪个事件</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/command_line/grammar.py" />
   <source>Print {paper} as PDF</source>
   <translation>将 {paper} 打印为 PDF</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/command_line/grammar.py" />
   <source>Print {paper} of {number} as PDF</source>
   <translation>将 {number} 的 {paper} 打印为 PDF</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/prints/papers.py" />
   <source>Printed {pages} pages into {file}</source>
   <translation>已打印 {pages} 页：{file}</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/frame/printing.py" />
   <source>Printing was stopped; no file was written</source>
   <translation>打印已停止；没有写入文件</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/command_line/logistics.py" />
   <source>Promise {goods} from {depot} to {target}</source>
   <translation>从 {depot} 为 {target} 预留 {goods}</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/command_line/goods_lines.py" />
   <source>Promise {goods} to {target}</source>
   <translation>同意将{goods}给{target}</translation>
  </message>
  <message>
   <location filename="../../commandcenter/dispatch/explain.py" />
   <source>Proposed for incident {number}, priority {priority}.</source>
   <translation>已拟派往事件 {number}，优先级 {priority}。</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/supplies/plan_words.py" />
   <source>Proven: no plan does with less driving.</source>
   <translation>已证明：没有方案行驶更少。</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/supplies/plan_words.py" />
   <source>Proven: no plan has these loads there earlier.</source>
   <translation>已证明：没有方案能更早送达这些货物。</translation>
  </message>
  <message>
   <location filename="../../commandcenter/dispatch/diversion.py" />
   <source>P{priority} +{time}</source>
   <translation>优先级 {priority} +{time}</translation>
  </message>
  <message>
   <location filename="../../commandcenter/dispatch/diversion.py" />
   <source>P{priority} has nobody else</source>
   <translation>优先级 {priority} 别无他人</translation>
  </message>
  <message>
   <location filename="../../commandcenter/dispatch/diversion.py" />
   <source>P{priority} −{time}</source>
   <translation>优先级 {priority} −{time}</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/measure/controls.py" />
   <source>Radius up to {most} m, wind 0 to 360° or empty, people an address up to 100.</source>
   <translation>半径最多 {most} 米，风向 0 至 360° 或留空，每个地址人数最多 100。</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/search/window.py" />
   <source>Rating of {planner} kept</source>
   <translation>已保存 {planner} 的评估</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/command_line/duty.py" />
   <source>Remind in {n} min: {text}</source>
   <translation>{n} 分钟后提醒：{text}</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/sketch/pen.py" />
   <source>Removed from the map</source>
   <translation>已从地图上移除</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/field/acts.py" />
   <source>Report sent</source>
   <translation>报告已发送</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/exercise/control.py" />
   <source>Report written: {file}</source>
   <translation>报告已写入：{file}</translation>
  </message>
  <message>
   <location filename="../../commandcenter/dispatch/handlers/corrections.py" />
   <source>Reserve the goods again.</source>
   <translation>请重新预留物资。</translation>
  </message>
  <message>
   <location filename="../../commandcenter/dispatch/handlers/rights.py" />
   <source>Rights are first given out on the computer where the operation was begun. An operation of an older program has no such computer: begin a new one.</source>
   <translation>权限最初由开始该行动的计算机授予。旧版程序的行动没有这样的计算机：请开始新的行动。</translation>
  </message>
  <message>
   <location filename="../../commandcenter/monitor/causes.py" />
   <source>Rights of this operation were recovered by {name} on the device {device}</source>
   <translation>本次行动的权限已由 {name} 在设备 {device} 上收回</translation>
  </message>
  <message>
   <location filename="../../commandcenter/monitor/causes.py" />
   <source>Ring the caller back, tried {n}×: {place}</source>
   <translation>回拨报警人（已尝试 {n} 次）：{place}</translation>
  </message>
  <message>
   <location filename="../../commandcenter/monitor/causes.py" />
   <source>Ring the caller back: {place}</source>
   <translation>回拨报警人：{place}</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/command_line/callback_lines.py" />
   <source>Ring {number} back; every desk sees it</source>
   <translation>回拨 {number}；所有席位可见</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/closures/panel.py" />
   <source>Road</source>
   <translation>道路</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/closures/panel.py" />
   <source>Road open again</source>
   <translation>道路恢复通行</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/alarms/panel.py" />
   <source>Roll-call begun</source>
   <translation>点名已开始</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/roll_call/window.py" />
   <source>Roll-call ended</source>
   <translation>点名已结束</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/roll_call/window.py" />
   <source>Roll-call of {number} begun</source>
   <translation>已开始 {number} 的点名</translation>
  </message>
  <message>
   <location filename="../../commandcenter/log/database.py" />
   <source>SQLite {found} can damage a log; {needed} or later is needed. Install this program's own packages again.</source>
   <translation>SQLite {found} 可能损坏日志；需要 {needed} 或更高版本。请重新安装本程序自带的软件包。</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/messages/attachments.py" />
   <source>Saved: {file}</source>
   <translation>已保存：{file}</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/statistics/window.py" />
   <source>Saving the figures was stopped; no file was written.</source>
   <translation>数据保存已停止；没有写入文件。</translation>
  </message>
  <message>
   <location filename="../../commandcenter/dispatch/handlers/rights.py" />
   <source>Say for which roles the device is.</source>
   <translation>请说明该设备供哪些角色使用。</translation>
  </message>
  <message>
   <location filename="../../commandcenter/exercise/validate.py" />
   <source>Say how many are gone: quantity=50.</source>
   <translation>请写明减少的数量：quantity=50。</translation>
  </message>
  <message>
   <location filename="../../commandcenter/exercise/validate.py" />
   <source>Say how many: count=4.</source>
   <translation>请写明人数：count=4。</translation>
  </message>
  <message>
   <location filename="../../commandcenter/exercise/validate.py" />
   <source>Say what the other desk does: do=assign, do=priority, do=report or do=note.</source>
   <translation>请说明另一调度台做什么：do=assign、do=priority、do=report 或 do=note。</translation>
  </message>
  <message>
   <location filename="../../commandcenter/app/cli/recommend.py" />
   <source>Say where and what: --at LON,LAT and --type TYPE.</source>
   <translation>请说明地点和类型：--at 经度,纬度 和 --type 类型。</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/command_line/verbs.py" />
   <source>Say which incident a call that was taken is about</source>
   <translation>说明已接的来电属于哪个事件</translation>
  </message>
  <message>
   <location filename="../../commandcenter/dispatch/handlers/incidents.py" />
   <source>Say which incident {number} is a duplicate of.</source>
   <translation>请说明 {number} 是哪个事件的重复。</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/exercise/choice_pages.py" />
   <source>Say who you are: your name is empty.</source>
   <translation>请填写您的姓名。</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/identity/people_page.py" />
   <source>Say whose PIN it is.</source>
   <translation>请说明是谁的 PIN。</translation>
  </message>
  <message>
   <location filename="../../commandcenter/exercise/validate.py" />
   <source>Say whose incident: incident=3.</source>
   <translation>请写明所属事件：incident=3。</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/identity/people_page.py" />
   <source>Say whose role it is.</source>
   <translation>请说明角色授予谁。</translation>
  </message>
  <message>
   <location filename="../../commandcenter/dispatch/handlers/accept.py" />
   <source>Say why the choice differs from the recommendation.</source>
   <translation>请说明选择为何与推荐不同。</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/exercise/editor/window.py" />
   <source>Scenario {name} saved</source>
   <translation>场景 {name} 已保存</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/search/window.py" />
   <source>Search begun</source>
   <translation>搜索已开始</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/search/window.py" />
   <source>Search called off</source>
   <translation>搜索已取消</translation>
  </message>
  <message>
   <location filename="../../commandcenter/dispatch/search/rings.py" />
   <source>Sector {name} crosses itself; draw it without a knot.</source>
   <translation>分区 {name} 的边界自相交；请重新绘制。</translation>
  </message>
  <message>
   <location filename="../../commandcenter/dispatch/search/rings.py" />
   <source>Sector {name} has {area} m²; it must have {least} to {most}.</source>
   <translation>分区 {name} 面积为 {area} 平方米；须在 {least} 至 {most} 之间。</translation>
  </message>
  <message>
   <location filename="../../commandcenter/dispatch/search/rings.py" />
   <source>Sector {name} needs at least three corners.</source>
   <translation>分区 {name} 至少需要三个角点。</translation>
  </message>
  <message>
   <location filename="../../commandcenter/dispatch/handlers/corrections.py" />
   <source>Sectors stay; give them the weight 0.</source>
   <translation>分区保留；请将其权重设为 0。</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/command_line/verbs.py" />
   <source>Send units to an incident</source>
   <translation>派单元前往事件</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/command_line/goods_lines.py" />
   <source>Send {goods} to {target}</source>
   <translation>将{goods}发往{target}</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/command_line/goods_lines.py" />
   <source>Send {goods} to {target} with {callsign}</source>
   <translation>由 {callsign} 将{goods}运往{target}</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/command_line/grammar.py" />
   <source>Send {units} to {number} {place}</source>
   <translation>派 {units} 前往 {number} {place}</translation>
  </message>
  <message>
   <location filename="../../commandcenter/sync/state.py" />
   <source>Sending {count}</source>
   <translation>正在发送 {count} 条</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/field/acts.py" />
   <source>Sent</source>
   <translation>已发送</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/automatic/sender.py" />
   <source>Sent to {number} by policy: {units}</source>
   <translation>按策略派往 {number}：{units}</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/queue/surge.py" />
   <source>Sent to {number}: {units}</source>
   <translation>已派往 {number}：{units}</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/facilities/report.py" />
   <source>Services of {facility} kept</source>
   <translation>已保存 {facility} 的服务能力</translation>
  </message>
  <message>
   <location filename="../../commandcenter/dispatch/turn_list.py" />
   <source>Set out {direction}</source>
   <translation>向{direction}出发</translation>
  </message>
  <message>
   <location filename="../../commandcenter/dispatch/turn_list.py" />
   <source>Set out {direction} along {street}</source>
   <translation>沿{street}向{direction}出发</translation>
  </message>
  <message>
   <location filename="../../commandcenter/dispatch/handlers/corrections.py" />
   <source>Set the exercise's clock anew.</source>
   <translation>请重新设置演练时钟。</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/command_line/incident_lines.py" />
   <source>Set {number} to alarm level {level}</source>
   <translation>将 {number} 设为响应级别 {level}</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/command_line/incident_lines.py" />
   <source>Set {number} to grade {grade}</source>
   <translation>将 {number} 设为等级 {grade}</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/command_line/grammar.py" />
   <source>Set {units} to {status}</source>
   <translation>将 {units} 设为{status}</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/command_line/verbs.py" />
   <source>Settle what desks disagree about: a value by its number, both, or ask</source>
   <translation>裁定各席位的分歧：按编号取一个值、两者都取，或询问</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/conflicts/settling.py" />
   <source>Settled; both values stay in the log</source>
   <translation>已裁定；两个值都留在日志中</translation>
  </message>
  <message>
   <location filename="../../commandcenter/app/attachment_deeds.py" />
   <source>Several attachments begin with {id}; give more of it.</source>
   <translation>有多个附件以 {id} 开头，请多输入几位。</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/data/sharing_page.py" />
   <source>Sharing decided</source>
   <translation>共享方式已决定</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/command_line/verbs.py" />
   <source>Show a place on the map; coordinates work too</source>
   <translation>在地图上显示地点；也可用坐标</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/command_line/verbs.py" />
   <source>Show an incident or a unit</source>
   <translation>显示事件或单元</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/command_line/grammar.py" />
   <source>Show every key and command</source>
   <translation>显示全部快捷键与命令</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/command_line/logistics.py" />
   <source>Show hospitals and shelters</source>
   <translation>显示医院和安置点</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/command_line/verbs.py" />
   <source>Show how far a unit gets; “reach engine Mill Lane” from a place; “reach off” ends it</source>
   <translation>显示某单元可达范围；“reach engine 磨坊巷”从某地点出发；“reach off”结束</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/command_line/window_lines.py" />
   <source>Show how far one gets from {place}: {name}</source>
   <translation>显示从 {place} 出发的可达范围：{name}</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/command_line/window_lines.py" />
   <source>Show how far {callsign} gets</source>
   <translation>显示 {callsign} 的可达范围</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/command_line/grammar.py" />
   <source>Show incident {number} {place}</source>
   <translation>显示事件 {number} {place}</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/command_line/window_lines.py" />
   <source>Show on the map or hide: {name}</source>
   <translation>在地图上显示或隐藏：{name}</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/command_line/window_lines.py" />
   <source>Show on the map: {name}</source>
   <translation>在地图上显示：{name}</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/command_line/verbs.py" />
   <source>Show or hide a layer of the map: on, off, or the other way round</source>
   <translation>显示或隐藏地图图层：“on”、“off”，或切换</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/command_line/logistics.py" />
   <source>Show the search</source>
   <translation>显示搜索</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/command_line/verbs.py" />
   <source>Show the search for an incident</source>
   <translation>显示某起事件的搜索</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/command_line/logistics.py" />
   <source>Show the search for {number}</source>
   <translation>显示 {number} 的搜索</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/command_line/logistics.py" />
   <source>Show the supplies</source>
   <translation>显示物资</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/command_line/grammar.py" />
   <source>Show unit {callsign}</source>
   <translation>显示单元 {callsign}</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/command_line/window_lines.py" />
   <source>Show what of {street}, {town}, closes; Enter there closes it</source>
   <translation>显示{street}（{town}）将封闭的路段；在该处按 Enter 封闭</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/command_line/verbs.py" />
   <source>Show who should go</source>
   <translation>显示应派单元</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/command_line/grammar.py" />
   <source>Show who should go to {number} {place}</source>
   <translation>显示应派往 {number} {place} 的单元</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/command_line/report.py" />
   <source>Show {place} on the map, {detail}</source>
   <translation>在地图上显示 {place}，{detail}</translation>
  </message>
  <message>
   <location filename="../../commandcenter/app/profile.py" />
   <source>Somebody else has been writing under this desk's key, perhaps in a copy of this profile. The desk goes on as a new device; a supervisor should revoke the copy under “People and devices”.</source>
   <translation>有人用本席位的密钥写过记录，可能来自此配置的副本。本席位改以新设备继续；主管应在“人员与设备”中吊销该副本。</translation>
  </message>
  <message>
   <location filename="../../commandcenter/app/desk_window.py" />
   <source>Somebody else is writing under this desk's key, perhaps in a copy of this profile. Close the desk and open it again: it then goes on as a new device.</source>
   <translation>有人正在用本席位的密钥书写，可能来自此配置的副本。请关闭本席位后重新打开：它将以新设备继续。</translation>
  </message>
  <message>
   <location filename="../../commandcenter/geo/positioning/trial.py" />
   <source>Something answers there, but no receiver.</source>
   <translation>该处有应答，但不是接收机。</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/exercise/inject_sheet.py" />
   <source>Something is wrong with this inject; it stands below the column.</source>
   <translation>此注入有误；原因写在该栏下方。</translation>
  </message>
  <message>
   <location filename="../../commandcenter/geo/positioning/trial.py" />
   <source>Something speaks on this line, but no receiver: is the speed right?</source>
   <translation>该线路上有数据，但不是接收机的：波特率对吗？</translation>
  </message>
  <message>
   <location filename="../../commandcenter/dispatch/trip_goal.py" />
   <source>Soonest arrival</source>
   <translation>最早送达</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/field/acts.py" />
   <source>Status reported</source>
   <translation>状态已报告</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/connection/stick_page.py" />
   <source>Stopped. What was read before stays, and a stick that was begun is gone.</source>
   <translation>已停止。之前读入的内容保留，未写完的 U 盘文件已删除。</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/queue/surge.py" />
   <source>Stopped: sent to {n} of {all} incidents</source>
   <translation>已停止：已向 {n}/{all} 起事件派出</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/data/end_page.py" />
   <source>Stopped; there is no archive.</source>
   <translation>已停止；没有生成归档文件。</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/data/partner_stick.py" />
   <source>Stopped; there is no stick.</source>
   <translation>已停止；没有写入 U 盘。</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/recommend/rows.py" />
   <source>Supplies</source>
   <translation>物资</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/search/window.py" />
   <source>Sweep ended</source>
   <translation>搜索任务已结束</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/frame/printing.py" />
   <source>Table written into {file}</source>
   <translation>表格已写入 {file}</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/command_line/verbs.py" />
   <source>Take a parked call up again</source>
   <translation>取回挂起的来电</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/command_line/verbs.py" />
   <source>Take back that an incident was a duplicate</source>
   <translation>撤回“重复事件”的标记</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/command_line/verbs.py" />
   <source>Take back the last order to a unit, with the reason</source>
   <translation>收回发给单元的最近一条命令，并说明原因</translation>
  </message>
  <message>
   <location filename="../../commandcenter/dispatch/handlers/corrections.py" />
   <source>Take back the single assignments.</source>
   <translation>请逐一撤回派遣。</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/command_line/window_lines.py" />
   <source>Take the reach off the map</source>
   <translation>从地图上移除可达范围</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/command_line/verbs.py" />
   <source>Take the worst alarm in hand: of all, of an incident or of a unit</source>
   <translation>接手最严重的告警：全部、某事件或某单元的</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/command_line/watch_lines.py" />
   <source>Take up the parked call: {what}</source>
   <translation>取回挂起的来电：{what}</translation>
  </message>
  <message>
   <location filename="../../commandcenter/dispatch/diversion.py" />
   <source>Taken off incident {number}: {here}, {there}.</source>
   <translation>从事件 {number} 抽调：{here}，{there}。</translation>
  </message>
  <message>
   <location filename="../../commandcenter/dispatch/facility_choice.py" />
   <source>Takes nobody in.</source>
   <translation>暂停接收。</translation>
  </message>
  <message>
   <location filename="../../commandcenter/dispatch/facility_choice.py" />
   <source>Takes nobody in: {reason}</source>
   <translation>暂停接收：{reason}</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/field/acts.py" />
   <source>Task called off</source>
   <translation>任务已取消</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/field/acts.py" />
   <source>Task done</source>
   <translation>任务已完成</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/field/acts.py" />
   <source>Task given</source>
   <translation>任务已下达</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/connection/links_page.py" />
   <source>Text goes first now; attachments wait until you ask for them</source>
   <translation>现在文字优先；附件等您索取时才传输</translation>
  </message>
  <message>
   <location filename="../../commandcenter/app/sync_link.py" />
   <source>Text goes first: attachments wait until somebody asks for them.</source>
   <translation>文字优先：附件在有人索取前等待。</translation>
  </message>
  <message>
   <location filename="../../commandcenter/app/sync_link.py" />
   <source>That code is of an exercise, or this is one: practice and live work are never mixed. Open the right region first.</source>
   <translation>该代码与当前工作一个是演练、一个是实战，两者从不混用。请先打开相应的区域。</translation>
  </message>
  <message>
   <location filename="../../commandcenter/dispatch/search/rings.py" />
   <source>That makes {n} cells, at most {most} are allowed; choose larger ones.</source>
   <translation>将产生 {n} 个单元，最多允许 {most} 个；请选择更大的单元。</translation>
  </message>
  <message>
   <location filename="../../commandcenter/dispatch/handlers/safety.py" />
   <source>That moment has passed already.</source>
   <translation>该时刻已过。</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/identity/sign_in.py" />
   <source>The PIN is set</source>
   <translation>PIN 已设置</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/identity/acts_page.py" />
   <source>The act counts now</source>
   <translation>该行为现已生效</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/identity/acts_page.py" />
   <source>The act does not count</source>
   <translation>该行为不生效</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/data/partner_stick.py" />
   <source>The address of this computer is on the clipboard.</source>
   <translation>本机地址已复制到剪贴板。</translation>
  </message>
  <message>
   <location filename="../../commandcenter/sync/access.py" />
   <source>The admission to the hub cannot be kept in {folder}: {why}</source>
   <translation>汇聚站的准入凭证无法保存在 {folder} 中：{why}</translation>
  </message>
  <message>
   <location filename="../../commandcenter/dispatch/handlers/incidents.py" />
   <source>The alarm level</source>
   <translation>警报等级</translation>
  </message>
  <message>
   <location filename="../../commandcenter/app/archives.py" />
   <source>The archive {file} is of an operation whose key is not here; its code is needed as well.</source>
   <translation>归档 {file} 所属行动的密钥不在此处；还需要该行动的代码。</translation>
  </message>
  <message>
   <location filename="../../commandcenter/dispatch/handlers/drawings.py" />
   <source>The area crosses itself; draw it without a knot.</source>
   <translation>区域自相交叉；请重画，不要打结。</translation>
  </message>
  <message>
   <location filename="../../commandcenter/sync/bundle.py" />
   <source>The bundle {file} cannot be used: {why}.</source>
   <translation>数据包 {file} 无法使用：{why}。</translation>
  </message>
  <message>
   <location filename="../../commandcenter/sync/bundle.py" />
   <source>The bundle {file} is not what it should be: {why}.</source>
   <translation>数据包 {file} 有问题：{why}。</translation>
  </message>
  <message>
   <location filename="../../commandcenter/dispatch/handlers/calls.py" />
   <source>The call belongs to incident {number} already.</source>
   <translation>该来电已属于事件 {number}。</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/command_line/callback_lines.py" />
   <source>The call belongs to {number} {place}</source>
   <translation>该来电属于 {number} {place}</translation>
  </message>
  <message>
   <location filename="../../commandcenter/exercise/replay.py" />
   <source>The call has no place or no time; it is left out.</source>
   <translation>该报警没有地点或时间，已略去。</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/report/callbacks.py" />
   <source>The call-back was given up</source>
   <translation>已放弃回拨</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/command_line/callback_lines.py" />
   <source>The caller is not rung back any more: {why}</source>
   <translation>不再回拨报警人：{why}</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/command_line/callback_lines.py" />
   <source>The caller of {number} must be rung back</source>
   <translation>需要回拨 {number} 的报警人</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/command_line/callback_lines.py" />
   <source>The caller was not reached; the clock begins anew</source>
   <translation>未联系到报警人；重新计时</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/alarms/panel.py" />
   <source>The caller was reached</source>
   <translation>已联系到报警人</translation>
  </message>
  <message>
   <location filename="../../commandcenter/dispatch/handlers/partners.py" />
   <source>The callsign</source>
   <translation>呼号</translation>
  </message>
  <message>
   <location filename="../../commandcenter/resources/changed.py" />
   <source>The catalogue cannot be put together for a check: {why}.</source>
   <translation>无法组装目录进行检查：{why}。</translation>
  </message>
  <message>
   <location filename="../../commandcenter/sync/access.py" />
   <source>The certificate of the hub's authority cannot be used.</source>
   <translation>汇聚站颁发机构的证书无法使用。</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/catalogue/window.py" />
   <source>The changed catalogue is in force</source>
   <translation>修改后的目录已生效</translation>
  </message>
  <message>
   <location filename="../../commandcenter/dispatch/handlers/catalogue.py" />
   <source>The changed files have {size} bytes together; {most} are possible.</source>
   <translation>修改的文件共 {size} 字节；最多允许 {most} 字节。</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/data/checkpoints_page.py" />
   <source>The check was stopped.</source>
   <translation>检查已停止。</translation>
  </message>
  <message>
   <location filename="../../commandcenter/log/checkpoint.py" />
   <source>The checkpoint {file} cannot be read: {why}.</source>
   <translation>无法读取检查点 {file}：{why}。</translation>
  </message>
  <message>
   <location filename="../../commandcenter/dispatch/handlers/closures.py" />
   <source>The closure would be over before it begins.</source>
   <translation>封闭在开始之前就会结束。</translation>
  </message>
  <message>
   <location filename="../../commandcenter/dispatch/handlers/corrections.py" />
   <source>The conflict has changed meanwhile; look at it again.</source>
   <translation>冲突已发生变化；请重新查看。</translation>
  </message>
  <message>
   <location filename="../../commandcenter/dispatch/handlers/teams.py" />
   <source>The count's name</source>
   <translation>人数的名称</translation>
  </message>
  <message>
   <location filename="../../commandcenter/dispatch/handlers/partners.py" />
   <source>The crew</source>
   <translation>人员</translation>
  </message>
  <message>
   <location filename="../../commandcenter/app/profile.py" />
   <source>The data here are older than the last work on this computer: they were restored from a backup. The desk goes on as a new device; what it had sent before comes back from the hub or from other desks.</source>
   <translation>这里的数据早于本机上次工作：它们是从备份恢复的。本席位改以新设备继续；之前已发送的内容会从汇聚站或其他席位取回。</translation>
  </message>
  <message>
   <location filename="../../commandcenter/sync/lan/certificates.py" />
   <source>The desk at the other end does not prove which device it is.</source>
   <translation>对方席位没有证明它是哪台设备。</translation>
  </message>
  <message>
   <location filename="../../commandcenter/sync/lan/certificates.py" />
   <source>The desk at the other end does not say who it is.</source>
   <translation>对方席位没有表明身份。</translation>
  </message>
  <message>
   <location filename="../../commandcenter/sync/http.py" />
   <source>The desk at {address}</source>
   <translation>席位 {address} </translation>
  </message>
  <message>
   <location filename="../../commandcenter/exercise/effects.py" />
   <source>The desks are together: the other desk does nothing of its own.</source>
   <translation>两个席位处于连接状态：另一席位不会自行操作。</translation>
  </message>
  <message>
   <location filename="../../commandcenter/exercise/details.py" />
   <source>The details lack {name}.</source>
   <translation>详情中缺少 {name}。</translation>
  </message>
  <message>
   <location filename="../../commandcenter/dispatch/handlers/rights.py" />
   <source>The device's name</source>
   <translation>设备名称</translation>
  </message>
  <message>
   <location filename="../../commandcenter/geo/importing/region.py" />
   <source>The disk is full; {file} was not imported.</source>
   <translation>磁盘已满；{file} 未导入。</translation>
  </message>
  <message>
   <location filename="../../commandcenter/hub/database.py" />
   <source>The disk of the hub's database is full, nothing was kept: {why}</source>
   <translation>汇聚站数据库的磁盘已满，什么都没有保存：{why}</translation>
  </message>
  <message>
   <location filename="../../commandcenter/model/disk.py" />
   <source>The disk reported an error at {file}. Check the disk, then try again.</source>
   <translation>磁盘在 {file} 处报告错误。请检查磁盘，然后重试。</translation>
  </message>
  <message>
   <location filename="../../commandcenter/app/catalogue_drafts.py" />
   <source>The draft of {file} cannot be kept: {why}.</source>
   <translation>{file} 的草稿无法保存：{why}。</translation>
  </message>
  <message>
   <location filename="../../commandcenter/resources/csv_import.py" />
   <source>The examples cannot be written: {why}.</source>
   <translation>无法写出示例文件：{why}。</translation>
  </message>
  <message>
   <location filename="../../commandcenter/app/scenarios.py" />
   <source>The exercise could not be started; try `commandcenter exercise {words}` in a terminal.</source>
   <translation>无法启动演练；请在终端中尝试 `commandcenter exercise {words}`。</translation>
  </message>
  <message>
   <location filename="../../commandcenter/exercise/rewind.py" />
   <source>The exercise has not been at this moment.</source>
   <translation>演练尚未到过这一时刻。</translation>
  </message>
  <message>
   <location filename="../../commandcenter/exercise/controls.py" />
   <source>The exercise is over by then.</source>
   <translation>到那时演练已经结束。</translation>
  </message>
  <message>
   <location filename="../../commandcenter/app/exercise_run.py" />
   <source>The exercise is over; write its report in the window “Exercise”.</source>
   <translation>演练已结束；请在“演练”窗口中写出报告。</translation>
  </message>
  <message>
   <location filename="../../commandcenter/app/exercise_guest.py" />
   <source>The exercise is run on the controller's computer.</source>
   <translation>演练在导调员的计算机上运行。</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/exercise/choice.py" />
   <source>The exercise opens in its own window</source>
   <translation>演练将在单独的窗口中打开</translation>
  </message>
  <message>
   <location filename="../../commandcenter/app/cli/log.py" />
   <source>The export cannot be written to {file}: {why}.</source>
   <translation>导出无法写入 {file}：{why}。</translation>
  </message>
  <message>
   <location filename="../../commandcenter/geo/facilities.py" />
   <source>The facilities of the region {name} cannot be read; import it again.</source>
   <translation>区域 {name} 的设施无法读取；请重新导入。</translation>
  </message>
  <message>
   <location filename="../../commandcenter/log/checkpoint.py" />
   <source>The feed of device {device} is not whole here; fetch what is missing from another desk first.</source>
   <translation>设备 {device} 的记录链在此处不完整；请先从其他席位取回缺失部分。</translation>
  </message>
  <message>
   <location filename="../../commandcenter/dispatch/handlers/drawings.py" />
   <source>The field {field} of a sketch cannot be changed.</source>
   <translation>标绘的字段 {field} 不能修改。</translation>
  </message>
  <message>
   <location filename="../../commandcenter/dispatch/handlers/units.py" />
   <source>The field {field} of a unit cannot be changed.</source>
   <translation>单元的字段 {field} 不能更改。</translation>
  </message>
  <message>
   <location filename="../../commandcenter/dispatch/handlers/incidents.py" />
   <source>The field {field} of an incident cannot be changed.</source>
   <translation>事件的字段 {field} 不能更改。</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/statistics/tables.py" />
   <source>The figures cannot be written to {file}: {why}.</source>
   <translation>统计无法写入 {file}：{why}。</translation>
  </message>
  <message>
   <location filename="../../commandcenter/exercise/sheet.py" />
   <source>The file cannot be read on from here: {why}.</source>
   <translation>文件从此处无法继续读取：{why}。</translation>
  </message>
  <message>
   <location filename="../../commandcenter/geo/exchange/feature.py" />
   <source>The file holds a position that is none.</source>
   <translation>文件中有一个无效的位置。</translation>
  </message>
  <message>
   <location filename="../../commandcenter/geo/exchange/feature.py" />
   <source>The file holds a position that is not on the Earth: {lon}, {lat}. Is it in another coordinate system?</source>
   <translation>文件中有一个不在地球上的位置：{lon}, {lat}。它是否用了别的坐标系？</translation>
  </message>
  <message>
   <location filename="../../commandcenter/geo/exchange/feature.py" />
   <source>The file holds too much: at most {most} things of {points} points each.</source>
   <translation>文件内容过多：最多 {most} 个对象，每个最多 {points} 个点。</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/sketch/exchange.py" />
   <source>The file holds {n} things; at most {most} can be drawn at once.</source>
   <translation>文件中有 {n} 个对象；一次最多可标绘 {most} 个。</translation>
  </message>
  <message>
   <location filename="../../commandcenter/resources/csv_tables.py" />
   <source>The file is larger than {most} MB.</source>
   <translation>文件大于 {most} MB。</translation>
  </message>
  <message>
   <location filename="../../commandcenter/resources/csv_tables.py" />
   <source>The file is neither UTF-8 nor GB18030 text.</source>
   <translation>文件既不是 UTF-8 也不是 GB18030 文本。</translation>
  </message>
  <message>
   <location filename="../../commandcenter/geo/importing/source.py" />
   <source>The file {file} cannot be read: {why}</source>
   <translation>无法读取文件 {file}：{why}</translation>
  </message>
  <message>
   <location filename="../../commandcenter/exercise/folder.py" />
   <source>The file {file} cannot be read: {why}.</source>
   <translation>无法读取文件 {file}：{why}。</translation>
  </message>
  <message>
   <location filename="../../commandcenter/sync/access.py" />
   <source>The file {file} cannot be read; join the hub again with a new code.</source>
   <translation>文件 {file} 无法读取；请用新的加入码重新加入汇聚站。</translation>
  </message>
  <message>
   <location filename="../../commandcenter/exercise/sheet.py" />
   <source>The file {file} cannot be written: {why}.</source>
   <translation>文件 {file} 无法写入：{why}。</translation>
  </message>
  <message>
   <location filename="../../commandcenter/geo/importing/source.py" />
   <source>The file {file} is empty.</source>
   <translation>文件 {file} 为空。</translation>
  </message>
  <message>
   <location filename="../../commandcenter/exercise/sheet.py" />
   <source>The file {file} is larger than {most} MB.</source>
   <translation>文件 {file} 超过 {most} MB。</translation>
  </message>
  <message>
   <location filename="../../commandcenter/exercise/sheet.py" />
   <source>The file {file} is neither UTF-8 nor GB18030 text.</source>
   <translation>文件 {file} 不是 UTF-8 或 GB18030 文本。</translation>
  </message>
  <message>
   <location filename="../../commandcenter/log/checkpoint.py" />
   <source>The file {file} is no checkpoint that holds: {why}.</source>
   <translation>文件 {file} 不是有效的检查点：{why}。</translation>
  </message>
  <message>
   <location filename="../../commandcenter/exercise/replay_log.py" />
   <source>The file {file} is no log that was exported: no line of it is an entry.</source>
   <translation>文件 {file} 不是导出的日志：没有一行是日志条目。</translation>
  </message>
  <message>
   <location filename="../../commandcenter/resources/tables.py" />
   <source>The file {file} is not UTF-8 text.</source>
   <translation>文件 {file} 不是 UTF-8 文本。</translation>
  </message>
  <message>
   <location filename="../../commandcenter/exercise/replay.py" />
   <source>The file {file} lacks the columns {columns}.</source>
   <translation>文件 {file} 缺少列 {columns}。</translation>
  </message>
  <message>
   <location filename="../../commandcenter/hub/folder.py" />
   <source>The file {file} of the hub cannot be read; run “hub init” again.</source>
   <translation>汇聚站的文件 {file} 无法读取；请重新运行“hub init”。</translation>
  </message>
  <message>
   <location filename="../../commandcenter/resources/csv_import.py" />
   <source>The folder {folder} has none of the files {files}.</source>
   <translation>文件夹 {folder} 中没有 {files} 中的任何文件。</translation>
  </message>
  <message>
   <location filename="../../commandcenter/dispatch/handlers/incidents.py" />
   <source>The grade</source>
   <translation>级别</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/exercise/offer.py" />
   <source>The guided shift opens in its own window in a few seconds</source>
   <translation>引导演练将在几秒后于单独的窗口中打开</translation>
  </message>
  <message>
   <location filename="../../commandcenter/log/heal.py" />
   <source>The healed log cannot take the place of {file}: {why}.</source>
   <translation>修复后的日志无法替换 {file}：{why}。</translation>
  </message>
  <message>
   <location filename="../../commandcenter/app/home.py" />
   <source>The home folder {folder} cannot be used ({why}); choose another with --home.</source>
   <translation>主文件夹 {folder} 无法使用（{why}）；请用 --home 另选。</translation>
  </message>
  <message>
   <location filename="../../commandcenter/sync/http.py" />
   <source>The hub at {address}</source>
   <translation>汇聚站 {address} </translation>
  </message>
  <message>
   <location filename="../../commandcenter/hub/serve.py" />
   <source>The hub cannot listen on {host}:{port}: {why}</source>
   <translation>汇聚站无法在 {host}:{port} 上监听：{why}</translation>
  </message>
  <message>
   <location filename="../../commandcenter/sync/whole.py" />
   <source>The hub does not answer as it should: {why}</source>
   <translation>汇聚站未按约定应答：{why}</translation>
  </message>
  <message>
   <location filename="../../commandcenter/sync/joining.py" />
   <source>The hub does not answer: {why}</source>
   <translation>汇聚站没有应答：{why}</translation>
  </message>
  <message>
   <location filename="../../commandcenter/sync/joining.py" />
   <source>The hub does not speak as it should: {why}</source>
   <translation>汇聚站的应答不合规范：{why}</translation>
  </message>
  <message>
   <location filename="../../commandcenter/sync/joining.py" />
   <source>The hub gave a certificate that cannot be used.</source>
   <translation>汇聚站给出的证书无法使用。</translation>
  </message>
  <message>
   <location filename="../../commandcenter/sync/http.py" />
   <source>The hub refuses: {said} ({status})</source>
   <translation>汇聚站拒绝：{said}（{status}）</translation>
  </message>
  <message>
   <location filename="../../commandcenter/sync/joining.py" />
   <source>The hub that answers is not the one of this join code. Somebody may be listening in; ask for a new code.</source>
   <translation>应答的汇聚站与此加入码不符，可能有人在窃听；请索取新的加入码。</translation>
  </message>
  <message>
   <location filename="../../commandcenter/hub/authority.py" />
   <source>The hub's authority cannot be read: {why}</source>
   <translation>汇聚站的颁发机构无法读取：{why}</translation>
  </message>
  <message>
   <location filename="../../commandcenter/hub/folder.py" />
   <source>The hub's certificates cannot be used: {why}</source>
   <translation>汇聚站的证书无法使用：{why}</translation>
  </message>
  <message>
   <location filename="../../commandcenter/hub/database.py" />
   <source>The hub's database does not answer: {why}</source>
   <translation>汇聚站的数据库没有应答：{why}</translation>
  </message>
  <message>
   <location filename="../../commandcenter/hub/migrations.py" />
   <source>The hub's database was written by a newer version of this program. Update this one first.</source>
   <translation>汇聚站的数据库由本程序的较新版本写入。请先更新此程序。</translation>
  </message>
  <message>
   <location filename="../../commandcenter/hub/database.py" />
   <source>The hub's database {file} cannot be opened: {why}</source>
   <translation>无法打开汇聚站的数据库 {file}：{why}</translation>
  </message>
  <message>
   <location filename="../../commandcenter/hub/folder.py" />
   <source>The hub's folder {folder} cannot be written: {why}</source>
   <translation>汇聚站的文件夹 {folder} 无法写入：{why}</translation>
  </message>
  <message>
   <location filename="../../commandcenter/geo/importing/region.py" />
   <source>The import needs about {need_mb} MB of free disk space; there are {free_mb} MB.</source>
   <translation>导入约需 {need_mb} MB 可用空间；现有 {free_mb} MB。</translation>
  </message>
  <message>
   <location filename="../../commandcenter/dispatch/explain.py" />
   <source>The incident is off the road: the last {metres} m are on foot.</source>
   <translation>事件不在道路上：最后 {metres} 米须步行。</translation>
  </message>
  <message>
   <location filename="../../commandcenter/exercise/effects.py" />
   <source>The incident that this is about is not there.</source>
   <translation>所涉及的事件不存在。</translation>
  </message>
  <message>
   <location filename="../../commandcenter/dispatch/handlers/partners.py" />
   <source>The item</source>
   <translation>物资</translation>
  </message>
  <message>
   <location filename="../../commandcenter/log/keys.py" />
   <source>The key file {file} cannot be read. Put it back from your backup or give yourself the right to read it.</source>
   <translation>无法读取密钥文件 {file}。请从备份恢复，或授予自己读取权限。</translation>
  </message>
  <message>
   <location filename="../../commandcenter/log/keys.py" />
   <source>The key file {file} cannot be written: {why}.</source>
   <translation>无法写入密钥文件 {file}：{why}。</translation>
  </message>
  <message>
   <location filename="../../commandcenter/hub/folder.py" />
   <source>The key of the hub's authority is not on this computer; nobody can join here.</source>
   <translation>汇聚站颁发机构的密钥不在此计算机上；无法在此加入。</translation>
  </message>
  <message>
   <location filename="../../commandcenter/app/stick_keys.py" />
   <source>The key “{name}” of this desk is damaged. Put it back from your backup.</source>
   <translation>本席位的密钥“{name}”已损坏。请从备份恢复。</translation>
  </message>
  <message>
   <location filename="../../commandcenter/log/passphrase.py" />
   <source>The keys of this desk are in the keystore of this computer; they need no passphrase.</source>
   <translation>本席位的密钥保存在本机的密钥库中，不需要口令。</translation>
  </message>
  <message>
   <location filename="../../commandcenter/log/passphrase.py" />
   <source>The keys of this desk are locked with a passphrase. Give it when asked, or in {variable}.</source>
   <translation>本席位的密钥已用口令锁定。请在询问时输入，或通过 {variable} 提供。</translation>
  </message>
  <message>
   <location filename="../../commandcenter/log/keys.py" />
   <source>The keystore of this computer does not give the key of this desk: {why}. Unlock it, then start again.</source>
   <translation>本机密钥库未提供本席位的密钥：{why}。请解锁后重新启动。</translation>
  </message>
  <message>
   <location filename="../../commandcenter/log/keys.py" />
   <source>The keystore of this computer refuses to keep a key: {why}. To keep keys in files, make a folder named “keys” in {home}.</source>
   <translation>本机密钥库拒绝保存密钥：{why}。如需用文件保存密钥，请在 {home} 中建立名为“keys”的文件夹。</translation>
  </message>
  <message>
   <location filename="../../commandcenter/dispatch/handlers/places.py" />
   <source>The kind</source>
   <translation>种类</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/identity/devices_page.py" />
   <source>The laptop is enrolled; now hand the approval over</source>
   <translation>笔记本电脑已登记；请把批准交给对方</translation>
  </message>
  <message>
   <location filename="../../commandcenter/dispatch/handlers/recovery.py" />
   <source>The last entry that is believed must be one of a device that is shut out.</source>
   <translation>最后可信的记录必须属于被排除的设备。</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/command_line/goods_lines.py" />
   <source>The last transfer to {target} is {state}</source>
   <translation>发往{target}的最近一次调拨状态为：{state}</translation>
  </message>
  <message>
   <location filename="../../commandcenter/dispatch/turn_list.py" />
   <source>The last {metres} m on foot</source>
   <translation>最后 {metres} 米步行</translation>
  </message>
  <message>
   <location filename="../../commandcenter/app/exercise_guest.py" />
   <source>The leading computer is asked to do it …</source>
   <translation>已请主导计算机执行……</translation>
  </message>
  <message>
   <location filename="../../commandcenter/app/sync_link.py" />
   <source>The line to the hub is slow ({rate} a second). Let text go first, in the window Connection.</source>
   <translation>到汇聚站的线路很慢（每秒 {rate}）。可在“连接”窗口中选择文字优先。</translation>
  </message>
  <message>
   <location filename="../../commandcenter/app/pins.py" />
   <source>The list of PINs, {file}, cannot be written: {why}.</source>
   <translation>无法写入 PIN 列表 {file}：{why}。</translation>
  </message>
  <message>
   <location filename="../../commandcenter/app/pins.py" />
   <source>The list of PINs, {file}, is missing or damaged. Put it back from your backup.</source>
   <translation>PIN 列表 {file} 缺失或损坏。请从备份恢复。</translation>
  </message>
  <message>
   <location filename="../../commandcenter/log/passphrase.py" />
   <source>The lock of the key files in {folder} is damaged. Put it back from your backup.</source>
   <translation>{folder} 中密钥文件的锁已损坏。请从备份恢复。</translation>
  </message>
  <message>
   <location filename="../../commandcenter/sync/archive.py" />
   <source>The log grew while it was archived; try again.</source>
   <translation>归档期间日志有新增；请重试。</translation>
  </message>
  <message>
   <location filename="../../commandcenter/log/store.py" />
   <source>The log {file} belongs to another operation.</source>
   <translation>日志 {file} 属于另一行动。</translation>
  </message>
  <message>
   <location filename="../../commandcenter/log/failures.py" />
   <source>The log {file} cannot be used (SQLite error {code}) and nothing was saved. Check its disk, then try again.</source>
   <translation>日志 {file} 无法使用（SQLite 错误 {code}），未保存任何内容。请检查其磁盘，然后重试。</translation>
  </message>
  <message>
   <location filename="../../commandcenter/log/migrations.py" />
   <source>The log {file} was written by a newer version of this program. Update this one first.</source>
   <translation>日志 {file} 由更新版本的程序写入。请先更新本程序。</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/map/tiles/mbtiles.py" />
   <source>The map file {file} holds no pictures; only raster MBTiles can be shown.</source>
   <translation>地图文件 {file} 不含图像；仅可显示栅格 MBTiles。</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/map/tiles/pmtiles.py" />
   <source>The map file {file} holds no pictures; only raster PMTiles can be shown.</source>
   <translation>地图文件 {file} 不含图像；仅可显示栅格 PMTiles。</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/map/tiles/mbtiles.py" />
   <source>The map file {file} holds no tiles.</source>
   <translation>地图文件 {file} 不含瓦片。</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/map/tiles/mbtiles.py" />
   <source>The map file {file} is damaged or is not MBTiles.</source>
   <translation>地图文件 {file} 已损坏或不是 MBTiles。</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/map/tiles/pmtiles.py" />
   <source>The map file {file} is damaged or is not PMTiles.</source>
   <translation>地图文件 {file} 已损坏或不是 PMTiles。</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/map/tiles/chosen.py" />
   <source>The map file {file} is neither MBTiles nor PMTiles.</source>
   <translation>地图文件 {file} 既不是 MBTiles 也不是 PMTiles。</translation>
  </message>
  <message>
   <location filename="../../commandcenter/app/station.py" />
   <source>The map is drawn without the graphics card, because it failed last time. Start with --graphics card to try it again.</source>
   <translation>上次显卡出现故障，本次不使用显卡绘制地图。要再次尝试，请用 --graphics card 启动。</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/prints/map_job.py" />
   <source>The map is not shown yet; try again in a moment.</source>
   <translation>地图尚未显示，请稍后再试。</translation>
  </message>
  <message>
   <location filename="../../commandcenter/geo/basemap/features.py" />
   <source>The map of this region cannot be read. Import the region again. ({error})</source>
   <translation>无法读取此区域的地图。请重新导入区域。（{error}）</translation>
  </message>
  <message>
   <location filename="../../commandcenter/resources/fleet.py" />
   <source>The map of this region has no depot; one was set up at {station}.</source>
   <translation>此区域的地图没有仓库；已在 {station} 设立一个。</translation>
  </message>
  <message>
   <location filename="../../commandcenter/resources/fleet.py" />
   <source>The map of this region has no depot; there are no supplies.</source>
   <translation>此区域的地图没有仓库；没有物资。</translation>
  </message>
  <message>
   <location filename="../../commandcenter/resources/fleet.py" />
   <source>The map of this region has no fire, ambulance or police station; add units by hand or import them.</source>
   <translation>此区域的地图没有消防站、急救站或警察局；请手动添加或导入单元。</translation>
  </message>
  <message>
   <location filename="../../commandcenter/geo/basemap/features.py" />
   <source>The map of this region was made by another version. Import the region again.</source>
   <translation>此区域的地图由其他版本生成。请重新导入区域。</translation>
  </message>
  <message>
   <location filename="../../commandcenter/app/profile.py" />
   <source>The mark of this desk cannot be kept in {folder}: {why}.</source>
   <translation>无法在 {folder} 中保存本席位的标记：{why}。</translation>
  </message>
  <message>
   <location filename="../../commandcenter/app/profile.py" />
   <source>The mark of this desk cannot be read: {why}.</source>
   <translation>无法读取本席位的标记：{why}。</translation>
  </message>
  <message>
   <location filename="../../commandcenter/exercise/rules.py" />
   <source>The match rule “{name}” does not take “{key}”; it takes {allowed}.</source>
   <translation>匹配规则“{name}”不接受“{key}”，可用的有 {allowed}。</translation>
  </message>
  <message>
   <location filename="../../commandcenter/exercise/validate.py" />
   <source>The match rule “{name}” is about an incident; say whose with about=.</source>
   <translation>匹配规则“{name}”针对事件，请用 about= 写明所属注入。</translation>
  </message>
  <message>
   <location filename="../../commandcenter/dispatch/handlers/messages.py" />
   <source>The message</source>
   <translation>消息</translation>
  </message>
  <message>
   <location filename="../../commandcenter/dispatch/handlers/stock.py" />
   <source>The minimum</source>
   <translation>最低库存</translation>
  </message>
  <message>
   <location filename="../../commandcenter/dispatch/handlers/stock.py" />
   <source>The minimum of {item} at {depot} is {level} already.</source>
   <translation>{depot} 的{item}最低库存已是 {level}。</translation>
  </message>
  <message>
   <location filename="../../commandcenter/exercise/injects.py" />
   <source>The moment of inject {number} is over; give it a later one.</source>
   <translation>注入 {number} 的时刻已过；请给一个更晚的时刻。</translation>
  </message>
  <message>
   <location filename="../../commandcenter/dispatch/handlers/partners.py" />
   <source>The name</source>
   <translation>名称</translation>
  </message>
  <message>
   <location filename="../../commandcenter/dispatch/handlers/groups.py" />
   <source>The name of the group</source>
   <translation>群组名称</translation>
  </message>
  <message>
   <location filename="../../commandcenter/log/checkpoint_proofs.py" />
   <source>The newer checkpoint lacks what device {device} had written; it does not go on from the older one.</source>
   <translation>较新的检查点缺少设备 {device} 写入的内容；它不是较早检查点的延续。</translation>
  </message>
  <message>
   <location filename="../../commandcenter/dispatch/handlers/drawings.py" />
   <source>The note</source>
   <translation>备注</translation>
  </message>
  <message>
   <location filename="../../commandcenter/dispatch/handlers/care.py" />
   <source>The number of people</source>
   <translation>人数</translation>
  </message>
  <message>
   <location filename="../../commandcenter/dispatch/handlers/care.py" />
   <source>The number of places</source>
   <translation>床位数</translation>
  </message>
  <message>
   <location filename="../../commandcenter/dispatch/handlers/search.py" />
   <source>The number of searchers</source>
   <translation>搜索人数</translation>
  </message>
  <message>
   <location filename="../../commandcenter/dispatch/handlers/care.py" />
   <source>The number of taken places</source>
   <translation>已占用床位数</translation>
  </message>
  <message>
   <location filename="../../commandcenter/geo/importing/stream.py" />
   <source>The objects in {file} are not in order; sort it (nodes, ways, relations by id) and try again.</source>
   <translation>{file} 中的对象未排序；请排序（按编号的节点、路径、关系）后重试。</translation>
  </message>
  <message>
   <location filename="../../commandcenter/app/door.py" />
   <source>The open desk does not answer; try again, or close it.</source>
   <translation>已打开的席位没有应答；请重试或将其关闭。</translation>
  </message>
  <message>
   <location filename="../../commandcenter/app/ending.py" />
   <source>The operation has not been ended yet.</source>
   <translation>行动尚未结束。</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/data/end_page.py" />
   <source>The operation is ended. Write its archive now.</source>
   <translation>行动已结束。现在请写出其归档。</translation>
  </message>
  <message>
   <location filename="../../commandcenter/app/admission.py" />
   <source>The operation is run over the region {region}, which is not here yet. Import it or copy its pack, then open the approval again.</source>
   <translation>该行动在区域 {region} 上进行，而此处尚无该区域。请导入或复制其区域包，然后重新打开批准。</translation>
  </message>
  <message>
   <location filename="../../commandcenter/dispatch/handlers/operation.py" />
   <source>The operation's name</source>
   <translation>行动名称</translation>
  </message>
  <message>
   <location filename="../../commandcenter/dispatch/handlers/operation.py" />
   <source>The operator's name</source>
   <translation>操作员姓名</translation>
  </message>
  <message>
   <location filename="../../commandcenter/dispatch/handlers/moves.py" />
   <source>The order</source>
   <translation>命令</translation>
  </message>
  <message>
   <location filename="../../commandcenter/exercise/validate.py" />
   <source>The other desk cannot do this without {what}.</source>
   <translation>另一调度台缺少 {what}，无法执行此操作。</translation>
  </message>
  <message>
   <location filename="../../commandcenter/app/cli/do.py" />
   <source>The paper cannot be put into {folder}: {why}</source>
   <translation>文件无法放入 {folder}：{why}</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/prints/paper_file.py" />
   <source>The paper {file} cannot be written: {why}</source>
   <translation>无法写入文件 {file}：{why}</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/command_line/grammar.py" />
   <source>The paper {paper} is not about one incident</source>
   <translation>文件 {paper} 不针对单个事件</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/command_line/verbs.py" />
   <source>The people that places were kept for: arrived, left, or off</source>
   <translation>预留床位的人员：到达、离开或取消</translation>
  </message>
  <message>
   <location filename="../../commandcenter/dispatch/handlers/rights.py" />
   <source>The person's name</source>
   <translation>人员姓名</translation>
  </message>
  <message>
   <location filename="../../commandcenter/app/cli/log_care.py" />
   <source>The person's name or number is empty.</source>
   <translation>人员姓名或号码为空。</translation>
  </message>
  <message>
   <location filename="../../commandcenter/app/picture_file.py" />
   <source>The picture cannot be written to {file}; is the folder there and is there room on the disk?</source>
   <translation>无法将图像写入 {file}；文件夹是否存在，磁盘是否有空间？</translation>
  </message>
  <message>
   <location filename="../../commandcenter/hub/invitations.py" />
   <source>The picture {file} cannot be written: {why}</source>
   <translation>图片 {file} 无法写入：{why}</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/supplies/plan.py" />
   <source>The plan brings it from elsewhere, or in part.</source>
   <translation>方案从别处调运，或只送一部分。</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/supplies/plan.py" />
   <source>The plan is promised; send the goods on the page Transfers. Its trips stay here until the next plan.</source>
   <translation>计划已预留；请在“调拨”页发出物资。车次保留在此，直到下一次计划。</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/queue/surge.py" />
   <source>The plan was given up.</source>
   <translation>已放弃该方案计算。</translation>
  </message>
  <message>
   <location filename="../../commandcenter/dispatch/handlers/search.py" />
   <source>The planner's name</source>
   <translation>评估人姓名</translation>
  </message>
  <message>
   <location filename="../../commandcenter/dispatch/explain.py" />
   <source>The position of {callsign} is {age} old; it ranks {penalty} s later.</source>
   <translation>{callsign} 的位置为 {age} 前；排名推迟 {penalty} 秒。</translation>
  </message>
  <message>
   <location filename="../../commandcenter/dispatch/handlers/messages.py" />
   <source>The preview of {name} is too large.</source>
   <translation>{name} 的预览过大。</translation>
  </message>
  <message>
   <location filename="../../commandcenter/dispatch/handlers/incidents.py" />
   <source>The priority</source>
   <translation>优先级</translation>
  </message>
  <message>
   <location filename="../../commandcenter/dispatch/handlers/search.py" />
   <source>The probability outside</source>
   <translation>区外概率</translation>
  </message>
  <message>
   <location filename="../../commandcenter/app/station.py" />
   <source>The program ended hard last time. Everything confirmed is in the log; the window “Fault reports” (Ctrl+Shift+B) has what it noted.</source>
   <translation>程序上次异常终止。已确认的内容都在日志中；“故障报告”窗口（Ctrl+Shift+B）中有它的记录。</translation>
  </message>
  <message>
   <location filename="../../commandcenter/dispatch/handlers/accept.py" />
   <source>The quantity</source>
   <translation>数量</translation>
  </message>
  <message>
   <location filename="../../commandcenter/dispatch/handlers/stock.py" />
   <source>The quantity is zero.</source>
   <translation>数量为零。</translation>
  </message>
  <message>
   <location filename="../../commandcenter/dispatch/handlers/groups.py" />
   <source>The reason</source>
   <translation>原因</translation>
  </message>
  <message>
   <location filename="../../commandcenter/geo/positioning/trial.py" />
   <source>The receiver answers, but has no position yet: does it see the sky? The first one may take minutes.</source>
   <translation>接收机有应答，但尚未定位：它能看到天空吗？首次定位可能需要几分钟。</translation>
  </message>
  <message>
   <location filename="../../commandcenter/app/gps.py" />
   <source>The receiver has ended the connection without a position.</source>
   <translation>接收机未给出位置就断开了连接。</translation>
  </message>
  <message>
   <location filename="../../commandcenter/app/gps.py" />
   <source>The receiver has ended the connection; trying again</source>
   <translation>接收机已断开；正在重试</translation>
  </message>
  <message>
   <location filename="../../commandcenter/app/gps.py" />
   <source>The receiver has no position; does it see the sky?</source>
   <translation>接收机没有定位；它能看到天空吗？</translation>
  </message>
  <message>
   <location filename="../../commandcenter/app/gps.py" />
   <source>The receiver says nothing; trying again</source>
   <translation>接收机没有数据；正在重试</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/recommend/panel.py" />
   <source>The recommendation has changed meanwhile: look at it, then Enter.</source>
   <translation>推荐在此期间已有变化：请查看后再按 Enter。</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/identity/recovery_page.py" />
   <source>The recovery code is on paper only now</source>
   <translation>恢复码现在只在纸上</translation>
  </message>
  <message>
   <location filename="../../commandcenter/app/recovery.py" />
   <source>The recovery code is on paper only; it was deleted from this computer.</source>
   <translation>恢复码只在纸上；它已从本机删除。</translation>
  </message>
  <message>
   <location filename="../../commandcenter/dispatch/handlers/recovery.py" />
   <source>The recovery key is announced on the computer where the operation was begun.</source>
   <translation>恢复密钥在发起行动的计算机上公布。</translation>
  </message>
  <message>
   <location filename="../../commandcenter/app/identity.py" />
   <source>The recovery paper of this operation is not printed yet. Without it nobody can take rights back when this computer is stolen: “People and devices”, page “Recovery paper”.</source>
   <translation>本次行动的恢复凭证尚未打印。没有它，本机被盗时谁也无法收回权限：见“人员与设备”的“恢复凭证”页。</translation>
  </message>
  <message>
   <location filename="../../commandcenter/exercise/places.py" />
   <source>The region has no place “{place}”.</source>
   <translation>该区域没有地点“{place}”。</translation>
  </message>
  <message>
   <location filename="../../commandcenter/geo/pack.py" />
   <source>The region {name} is broken ({why}); import it again.</source>
   <translation>区域 {name} 已损坏（{why}）；请重新导入。</translation>
  </message>
  <message>
   <location filename="../../commandcenter/geo/pack.py" />
   <source>The region {name} is in use and was not removed.</source>
   <translation>区域 {name} 正在使用，未删除。</translation>
  </message>
  <message>
   <location filename="../../commandcenter/geo/pack.py" />
   <source>The region {name} was made by a newer version of this program; update it or import the map again.</source>
   <translation>区域 {name} 由更新版本的程序生成；请更新程序或重新导入地图。</translation>
  </message>
  <message>
   <location filename="../../commandcenter/geo/pack.py" />
   <source>The region {name} was not copied: {why}</source>
   <translation>区域 {name} 未复制：{why}</translation>
  </message>
  <message>
   <location filename="../../commandcenter/dispatch/handlers/safety.py" />
   <source>The reminder</source>
   <translation>提醒内容</translation>
  </message>
  <message>
   <location filename="../../commandcenter/dispatch/handlers/teams.py" />
   <source>The report</source>
   <translation>报告内容</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/faults/window.py" />
   <source>The report cannot be read: {why}</source>
   <translation>无法读取报告：{why}</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/faults/window.py" />
   <source>The report cannot be removed: {why}</source>
   <translation>无法删除报告：{why}</translation>
  </message>
  <message>
   <location filename="../../commandcenter/app/exercise_report.py" />
   <source>The report cannot be written to {file}: {why}.</source>
   <translation>报告无法写入 {file}：{why}。</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/faults/window.py" />
   <source>The report is in the clipboard</source>
   <translation>报告已在剪贴板中</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/sitrep/window.py" />
   <source>The report is on the clipboard</source>
   <translation>报告已复制到剪贴板</translation>
  </message>
  <message>
   <location filename="../../commandcenter/exercise/own_resources.py" />
   <source>The resources cannot be looked through: {why}.</source>
   <translation>无法检查资源：{why}。</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/exercise/control.py" />
   <source>The review was stopped.</source>
   <translation>总结已停止。</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/identity/recovery_page.py" />
   <source>The rights are recovered: this computer has the founder's place. Look through roles and devices now.</source>
   <translation>权限已收回：本机取得发起者的地位。现在请检查角色和设备。</translation>
  </message>
  <message>
   <location filename="../../commandcenter/geo/roads/graph.py" />
   <source>The road data of this region cannot be read ({problem}). Import the region again.</source>
   <translation>无法读取此区域的道路数据（{problem}）。请重新导入区域。</translation>
  </message>
  <message>
   <location filename="../../commandcenter/geo/roads/graph.py" />
   <source>The road data of this region is of another version. Import the region again.</source>
   <translation>此区域的道路数据属于其他版本。请重新导入区域。</translation>
  </message>
  <message>
   <location filename="../../commandcenter/dispatch/handlers/drawings.py" />
   <source>The roads in this hazard are closed already.</source>
   <translation>此危险源内的道路已经封闭。</translation>
  </message>
  <message>
   <location filename="../../commandcenter/model/rights.py" />
   <source>The role {role} has no right to {what}.</source>
   <translation>角色“{role}”无权{what}。</translation>
  </message>
  <message>
   <location filename="../../commandcenter/app/exercise_store.py" />
   <source>The run cannot be taken up: this program decides otherwise than the one that played it ({why}).</source>
   <translation>无法恢复该演练：本程序的判定与当时的程序不同（{why}）。</translation>
  </message>
  <message>
   <location filename="../../commandcenter/app/exercise_store.py" />
   <source>The run {operation} cannot be read: {why}.</source>
   <translation>演练 {operation} 无法读取：{why}。</translation>
  </message>
  <message>
   <location filename="../../commandcenter/exercise/draft.py" />
   <source>The scenario cannot be written to {folder}: {why}.</source>
   <translation>无法将场景写入 {folder}：{why}。</translation>
  </message>
  <message>
   <location filename="../../commandcenter/exercise/folder.py" />
   <source>The scenario file {file} is not valid: {why}.</source>
   <translation>场景文件 {file} 无效：{why}。</translation>
  </message>
  <message>
   <location filename="../../commandcenter/exercise/folder.py" />
   <source>The scenario file {file} lacks a start like 2026-05-12T07:00:00Z.</source>
   <translation>场景文件 {file} 缺少开始时间，例如 2026-05-12T07:00:00Z。</translation>
  </message>
  <message>
   <location filename="../../commandcenter/exercise/folder.py" />
   <source>The scenario {name} has no {files}.</source>
   <translation>场景 {name} 缺少 {files}。</translation>
  </message>
  <message>
   <location filename="../../commandcenter/app/desk_window.py" />
   <source>The screen of the open desk is locked; unlock it first.</source>
   <translation>打开的席位屏幕已锁定；请先解锁。</translation>
  </message>
  <message>
   <location filename="../../commandcenter/geo/gazetteer/gazetteer.py" />
   <source>The search of the region {name} cannot be opened; import the region again.</source>
   <translation>无法打开区域 {name} 的搜索；请重新导入区域。</translation>
  </message>
  <message>
   <location filename="../../commandcenter/dispatch/handlers/search.py" />
   <source>The sector's name</source>
   <translation>分区名称</translation>
  </message>
  <message>
   <location filename="../../commandcenter/app/home.py" />
   <source>The settings file {path} cannot be read ({why}); mend it or delete it to start with defaults.</source>
   <translation>无法读取设置文件 {path}（{why}）；请修复，或删除以使用默认设置。</translation>
  </message>
  <message>
   <location filename="../../commandcenter/dispatch/handlers/units.py" />
   <source>The shared crew</source>
   <translation>共用人员组</translation>
  </message>
  <message>
   <location filename="../../commandcenter/dispatch/handlers/teams.py" />
   <source>The situation is one of: {known}.</source>
   <translation>态势只能是：{known}。</translation>
  </message>
  <message>
   <location filename="../../commandcenter/dispatch/handlers/search.py" />
   <source>The speed</source>
   <translation>速度</translation>
  </message>
  <message>
   <location filename="../../commandcenter/dispatch/handlers/exercise.py" />
   <source>The speed must be from ×1 to ×{most}.</source>
   <translation>速度须在 ×1 到 ×{most} 之间。</translation>
  </message>
  <message>
   <location filename="../../commandcenter/exercise/sheet.py" />
   <source>The spreadsheet has an error here, no value.</source>
   <translation>此单元格是电子表格的错误值，没有内容。</translation>
  </message>
  <message>
   <location filename="../../commandcenter/dispatch/handlers/units.py" />
   <source>The station</source>
   <translation>站点</translation>
  </message>
  <message>
   <location filename="../../commandcenter/app/archives.py" />
   <source>The store cannot be put away: {why}. Close the desk and try again.</source>
   <translation>无法移走日志存储：{why}。请关闭席位后重试。</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/connection/stick_page.py" />
   <source>The summary is in {file}. Give it to the other desk.</source>
   <translation>摘要已写入 {file}。请交给另一席位。</translation>
  </message>
  <message>
   <location filename="../../commandcenter/dispatch/handlers/search.py" />
   <source>The sweep width</source>
   <translation>有效扫宽</translation>
  </message>
  <message>
   <location filename="../../commandcenter/model/disk.py" />
   <source>The system refused {file}: {why}.</source>
   <translation>系统拒绝访问 {file}：{why}。</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/prints/papers.py" />
   <source>The table {file} cannot be written: {why}</source>
   <translation>无法写入表格 {file}：{why}</translation>
  </message>
  <message>
   <location filename="../../commandcenter/dispatch/handlers/teams.py" />
   <source>The task</source>
   <translation>任务</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/field/acts.py" />
   <source>The team has {n} names</source>
   <translation>班组现有 {n} 个姓名</translation>
  </message>
  <message>
   <location filename="../../commandcenter/dispatch/handlers/partners.py" />
   <source>The team {callsign} is offered already.</source>
   <translation>队伍 {callsign} 已在援助意向中。</translation>
  </message>
  <message>
   <location filename="../../commandcenter/resources/messages.py" />
   <source>The template {name} needs a unit.</source>
   <translation>模板“{name}”需要一个单元。</translation>
  </message>
  <message>
   <location filename="../../commandcenter/resources/messages.py" />
   <source>The template {name} needs an incident.</source>
   <translation>模板“{name}”需要一个事件。</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/exercise/editor/trial_page.py" />
   <source>The test-run was stopped.</source>
   <translation>试运行已停止。</translation>
  </message>
  <message>
   <location filename="../../commandcenter/dispatch/handlers/search.py" />
   <source>The time</source>
   <translation>时间</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/files/previews.py" />
   <source>The track {name} has {n} points; that is too many.</source>
   <translation>轨迹 {name} 有 {n} 个点，太多了。</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/identity/sign_in.py" />
   <source>The two new PINs are not the same.</source>
   <translation>两次输入的新 PIN 不一致。</translation>
  </message>
  <message>
   <location filename="../../commandcenter/dispatch/handlers/units.py" />
   <source>The vehicle profile</source>
   <translation>车辆类型</translation>
  </message>
  <message>
   <location filename="../../commandcenter/geo/roads/profiles.py" />
   <source>The vehicle profiles cannot be read: {problem}.</source>
   <translation>无法读取车辆类型：{problem}。</translation>
  </message>
  <message>
   <location filename="../../commandcenter/dispatch/catalogue_in_use.py" />
   <source>The version of the catalogue in force cannot be used by this program, so the former one stays in use. {why}</source>
   <translation>本程序无法使用现行的目录版本，因此继续使用先前的版本。{why}</translation>
  </message>
  <message>
   <location filename="../../commandcenter/dispatch/catalogue_in_use.py" />
   <source>The version of the catalogue in force has not come here yet; the former one stays in use.</source>
   <translation>现行的目录版本尚未送达这里；继续使用先前的版本。</translation>
  </message>
  <message>
   <location filename="../../commandcenter/exercise/sheet.py" />
   <source>The workbook {file} cannot be read: it is damaged ({why}).</source>
   <translation>工作簿 {file} 无法读取：文件已损坏（{why}）。</translation>
  </message>
  <message>
   <location filename="../../commandcenter/exercise/sheet.py" />
   <source>The workbook {file} declares entities, which no spreadsheet does; it was not opened.</source>
   <translation>工作簿 {file} 声明了实体，正常表格不会如此；未打开。</translation>
  </message>
  <message>
   <location filename="../../commandcenter/exercise/sheet.py" />
   <source>The workbook {file} would unpack to far more than a sheet needs; it was not opened.</source>
   <translation>工作簿 {file} 解压后远超表格所需；未打开。</translation>
  </message>
  <message>
   <location filename="../../commandcenter/exercise/validate.py" />
   <source>There are more than {most} injects; from here on they are too many.</source>
   <translation>注入超过 {most} 条；从此行起过多。</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/command_line/watch_lines.py" />
   <source>There are {n} parked calls</source>
   <translation>共有 {n} 个挂起的来电</translation>
  </message>
  <message>
   <location filename="../../commandcenter/geo/positioning/trial.py" />
   <source>There is a connection, but the receiver says nothing: is it switched on, is the line the right one?</source>
   <translation>已连接，但接收机没有数据：它是否已开机？线路选对了吗？</translation>
  </message>
  <message>
   <location filename="../../commandcenter/dispatch/handlers/groups.py" />
   <source>There is a group {name} already.</source>
   <translation>已有群组 {name}。</translation>
  </message>
  <message>
   <location filename="../../commandcenter/log/passphrase.py" />
   <source>There is a passphrase already; take it away first.</source>
   <translation>已有口令；请先将其移除。</translation>
  </message>
  <message>
   <location filename="../../commandcenter/geo/pack.py" />
   <source>There is a region {name} already; remove it first.</source>
   <translation>已有区域 {name}；请先删除。</translation>
  </message>
  <message>
   <location filename="../../commandcenter/app/scenario_editing.py" />
   <source>There is a scenario {name} already; give it another short name.</source>
   <translation>场景 {name} 已存在；请换一个短名称。</translation>
  </message>
  <message>
   <location filename="../../commandcenter/dispatch/handlers/search.py" />
   <source>There is a search for {number} already.</source>
   <translation>{number} 已有一次搜索。</translation>
  </message>
  <message>
   <location filename="../../commandcenter/dispatch/handlers/search.py" />
   <source>There is a sector {name} already.</source>
   <translation>已有分区 {name}。</translation>
  </message>
  <message>
   <location filename="../../commandcenter/dispatch/handlers/partners.py" />
   <source>There is another unit {callsign}.</source>
   <translation>已有另一单元 {callsign}。</translation>
  </message>
  <message>
   <location filename="../../commandcenter/app/pins.py" />
   <source>There is no PIN for this person on this computer.</source>
   <translation>此人在本机上没有 PIN。</translation>
  </message>
  <message>
   <location filename="../../commandcenter/app/attachment_deeds.py" />
   <source>There is no attachment {id}.</source>
   <translation>没有附件 {id}。</translation>
  </message>
  <message>
   <location filename="../../commandcenter/exercise/replay.py" />
   <source>There is no call in {name} that could be replayed.</source>
   <translation>{name} 中没有可回放的报警。</translation>
  </message>
  <message>
   <location filename="../../commandcenter/exercise/injects.py" />
   <source>There is no change of an inject that could be taken back.</source>
   <translation>没有可以撤回的注入更改。</translation>
  </message>
  <message>
   <location filename="../../commandcenter/app/cli/log_proofs.py" />
   <source>There is no checkpoint yet; make one with `commandcenter log checkpoint`.</source>
   <translation>尚无检查点；请用 `commandcenter log checkpoint` 生成。</translation>
  </message>
  <message>
   <location filename="../../commandcenter/app/cli/bundle.py" />
   <source>There is no command log here yet; open a desk first, or name its region with --region.</source>
   <translation>此处尚无指挥日志；请先打开席位，或用 --region 指定区域。</translation>
  </message>
  <message>
   <location filename="../../commandcenter/dispatch/handlers/corrections.py" />
   <source>There is no conflict any more.</source>
   <translation>冲突已不存在。</translation>
  </message>
  <message>
   <location filename="../../commandcenter/dispatch/supplies.py" />
   <source>There is no depot.</source>
   <translation>没有仓库。</translation>
  </message>
  <message>
   <location filename="../../commandcenter/app/cli/device.py" />
   <source>There is no device {text} in this operation; see `commandcenter device list`.</source>
   <translation>本次行动中没有设备 {text}；见 `commandcenter device list`。</translation>
  </message>
  <message>
   <location filename="../../commandcenter/app/display.py" />
   <source>There is no display on this machine. Use a virtual one (xvfb-run -a make run) or draw the window into a file (make run ARGS="--screenshot desk.png").</source>
   <translation>本机没有显示器。请使用虚拟显示（xvfb-run -a make run），或将窗口绘制到文件（make run ARGS="--screenshot desk.png"）。</translation>
  </message>
  <message>
   <location filename="../../commandcenter/app/cli/log_proofs.py" />
   <source>There is no entry {name} in the log.</source>
   <translation>日志中没有记录 {name}。</translation>
  </message>
  <message>
   <location filename="../../commandcenter/app/cli/log_care.py" />
   <source>There is no file {file}.</source>
   <translation>没有文件 {file}。</translation>
  </message>
  <message>
   <location filename="../../commandcenter/dispatch/handlers/speeds.py" />
   <source>There is no group of roads and no time of day called {name}.</source>
   <translation>没有名为“{name}”的道路组或时段。</translation>
  </message>
  <message>
   <location filename="../../commandcenter/exercise/warnings.py" />
   <source>There is no hazard {name}; the hazards are {known}.</source>
   <translation>没有危险种类{name}；可用的有{known}。</translation>
  </message>
  <message>
   <location filename="../../commandcenter/exercise/validate.py" />
   <source>There is no incident type {type}.</source>
   <translation>没有事件类型 {type}。</translation>
  </message>
  <message>
   <location filename="../../commandcenter/app/attachment_deeds.py" />
   <source>There is no incident {number}</source>
   <translation>没有事件 {number}</translation>
  </message>
  <message>
   <location filename="../../commandcenter/app/cli/log_care.py" />
   <source>There is no incident {number}.</source>
   <translation>没有警情 {number}。</translation>
  </message>
  <message>
   <location filename="../../commandcenter/exercise/validate.py" />
   <source>There is no inject that can be read.</source>
   <translation>没有可读取的注入。</translation>
  </message>
  <message>
   <location filename="../../commandcenter/exercise/injects.py" />
   <source>There is no inject {number}.</source>
   <translation>没有注入 {number}。</translation>
  </message>
  <message>
   <location filename="../../commandcenter/dispatch/goods.py" />
   <source>There is no item “{item}” in the catalogue.</source>
   <translation>目录中没有物资“{item}”。</translation>
  </message>
  <message>
   <location filename="../../commandcenter/dispatch/handlers/partners.py" />
   <source>There is no kind of unit “{kind}”.</source>
   <translation>没有单元类型“{kind}”。</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/messages/attachments.py" />
   <source>There is no line in this track.</source>
   <translation>该轨迹中没有线。</translation>
  </message>
  <message>
   <location filename="../../commandcenter/log/store.py" />
   <source>There is no log at {file}.</source>
   <translation>{file} 处没有日志。</translation>
  </message>
  <message>
   <location filename="../../commandcenter/dispatch/lookup.py" />
   <source>There is no longitude {lon}, latitude {lat}.</source>
   <translation>不存在经度 {lon}、纬度 {lat}。</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/map/tiles/mbtiles.py" />
   <source>There is no map file {file}.</source>
   <translation>没有地图文件 {file}。</translation>
  </message>
  <message>
   <location filename="../../commandcenter/exercise/rules.py" />
   <source>There is no match rule “{name}”; the rules are {names}.</source>
   <translation>没有匹配规则“{name}”，可用的规则：{names}。</translation>
  </message>
  <message>
   <location filename="../../commandcenter/exercise/validate.py" />
   <source>There is no objective {code}; the objectives are {codes}.</source>
   <translation>没有目标 {code}，现有目标：{codes}。</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/search/window.py" />
   <source>There is no open search for this incident.</source>
   <translation>该事件没有进行中的搜索。</translation>
  </message>
  <message>
   <location filename="../../commandcenter/app/cli/recommend.py" />
   <source>There is no operation in {region} yet.</source>
   <translation>{region} 还没有行动。</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/command_line/grammar.py" />
   <source>There is no paper “{word}”. Use report, log, cards, blank, map or 201 204 205 209 211 213 214 309</source>
   <translation>没有名为“{word}”的文件。请用 report、log、cards、blank、map 或 201 204 205 209 211 213 214 309</translation>
  </message>
  <message>
   <location filename="../../commandcenter/app/stick_keys.py" />
   <source>There is no partner {name} in this operation; add it under logistics first.</source>
   <translation>本行动中没有合作单位 {name}；请先在物资中添加。</translation>
  </message>
  <message>
   <location filename="../../commandcenter/log/passphrase.py" />
   <source>There is no passphrase.</source>
   <translation>没有口令。</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/supplies/plan.py" />
   <source>There is no plan to accept.</source>
   <translation>没有可接受的计划。</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/supplies/plan.py" />
   <source>There is no plan to print.</source>
   <translation>没有可打印的方案。</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/files/previews.py" />
   <source>There is no point in the track {name}.</source>
   <translation>轨迹 {name} 中没有点。</translation>
  </message>
  <message>
   <location filename="../../commandcenter/geo/exchange/feature.py" />
   <source>There is no point, line or area in this file.</source>
   <translation>此文件中没有点、线或区域。</translation>
  </message>
  <message>
   <location filename="../../commandcenter/resources/questions.py" />
   <source>There is no question “{question}” with the answer “{answer}”.</source>
   <translation>没有问题“{question}”的答案“{answer}”。</translation>
  </message>
  <message>
   <location filename="../../commandcenter/app/recovery.py" />
   <source>There is no recovery code of this operation here. It lies only on the computer where the operation was begun, and operations that an older program began have none.</source>
   <translation>这里没有本次行动的恢复码。它只存放在发起行动的计算机上；由旧版程序发起的行动没有恢复码。</translation>
  </message>
  <message>
   <location filename="../../commandcenter/geo/pack.py" />
   <source>There is no region in {folder}.</source>
   <translation>{folder} 中没有区域。</translation>
  </message>
  <message>
   <location filename="../../commandcenter/geo/pack.py" />
   <source>There is no region {name}.</source>
   <translation>没有区域 {name}。</translation>
  </message>
  <message>
   <location filename="../../commandcenter/exercise/validate.py" />
   <source>There is no region {region} here, and no other: import one first.</source>
   <translation>此处没有区域 {region}，也没有其他区域：请先导入一个。</translation>
  </message>
  <message>
   <location filename="../../commandcenter/app/scenario_editing.py" />
   <source>There is no region {region} here.</source>
   <translation>这里没有区域 {region}。</translation>
  </message>
  <message>
   <location filename="../../commandcenter/exercise/validate.py" />
   <source>There is no region {region} here; the regions are: {here}.</source>
   <translation>这里没有区域 {region}，现有区域：{here}。</translation>
  </message>
  <message>
   <location filename="../../commandcenter/app/session.py" />
   <source>There is no region {region} here; the regions are: {here}. Make one with `commandcenter region import FILE --name {region}`.</source>
   <translation>此处没有区域 {region}；现有区域：{here}。可用 `commandcenter region import FILE --name {region}` 建立。</translation>
  </message>
  <message>
   <location filename="../../commandcenter/geo/roads/network.py" />
   <source>There is no road for this vehicle near the origin.</source>
   <translation>起点附近没有此车辆可行驶的道路。</translation>
  </message>
  <message>
   <location filename="../../commandcenter/geo/roads/network.py" />
   <source>There is no road for this vehicle near the target.</source>
   <translation>目标附近没有此车辆可行驶的道路。</translation>
  </message>
  <message>
   <location filename="../../commandcenter/dispatch/handlers/rights.py" />
   <source>There is no role {role}.</source>
   <translation>没有角色 {role}。</translation>
  </message>
  <message>
   <location filename="../../commandcenter/app/exercise_store.py" />
   <source>There is no run {operation} that could be taken up.</source>
   <translation>没有可继续的演练 {operation}。</translation>
  </message>
  <message>
   <location filename="../../commandcenter/exercise/folder.py" />
   <source>There is no scenario {name}: no folder of that name has a {head}. The scenarios here are: {here}.</source>
   <translation>没有场景 {name}：没有同名文件夹含 {head}。现有场景：{here}。</translation>
  </message>
  <message>
   <location filename="../../commandcenter/dispatch/street_closure.py" />
   <source>There is no street called “{name}” on the map.</source>
   <translation>地图上没有名为“{name}”的街道。</translation>
  </message>
  <message>
   <location filename="../../commandcenter/dispatch/street_closure.py" />
   <source>There is no street called “{name}” on the map. Which is meant: {streets}?</source>
   <translation>地图上没有名为“{name}”的街道。是指：{streets}？</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/command_line/window_lines.py" />
   <source>There is no street “{name}”. To draw on the map, use point, line or area</source>
   <translation>没有街道“{name}”。如要在地图上绘制，请用点、线或区域</translation>
  </message>
  <message>
   <location filename="../../commandcenter/resources/csv_goods.py" />
   <source>There is no such depot in depots.csv or in the operation.</source>
   <translation>depots.csv 和行动中都没有这个仓库。</translation>
  </message>
  <message>
   <location filename="../../commandcenter/exercise/effects.py" />
   <source>There is no such depot.</source>
   <translation>没有这个物资库。</translation>
  </message>
  <message>
   <location filename="../../commandcenter/dispatch/handlers/recovery.py" />
   <source>There is no such device.</source>
   <translation>没有这样的设备。</translation>
  </message>
  <message>
   <location filename="../../commandcenter/dispatch/handlers/rights.py" />
   <source>There is no such grant.</source>
   <translation>没有这样的授权。</translation>
  </message>
  <message>
   <location filename="../../commandcenter/exercise/further.py" />
   <source>There is no such kind of inject; the kinds are {kinds}.</source>
   <translation>没有这种注入，可用的种类：{kinds}。</translation>
  </message>
  <message>
   <location filename="../../commandcenter/resources/csv_places.py" />
   <source>There is no such kind of place.</source>
   <translation>没有此类地点。</translation>
  </message>
  <message>
   <location filename="../../commandcenter/dispatch/handlers/care.py" />
   <source>There is no such kind of places or service: “{code}”.</source>
   <translation>没有这种床位或服务：“{code}”。</translation>
  </message>
  <message>
   <location filename="../../commandcenter/exercise/effects.py" />
   <source>There is no such kind of unit.</source>
   <translation>没有此类单元。</translation>
  </message>
  <message>
   <location filename="../../commandcenter/resources/csv_partners.py" />
   <source>There is no such organisation in partners.csv or in the operation.</source>
   <translation>partners.csv 和行动中都没有这个合作单位。</translation>
  </message>
  <message>
   <location filename="../../commandcenter/resources/csv_places.py" />
   <source>There is no such place in facilities.csv or in the operation.</source>
   <translation>facilities.csv 和行动中都没有这个场所。</translation>
  </message>
  <message>
   <location filename="../../commandcenter/dispatch/handlers/privacy.py" />
   <source>There is no such section.</source>
   <translation>没有这样的数据部分。</translation>
  </message>
  <message>
   <location filename="../../commandcenter/resources/csv_units.py" />
   <source>There is no such station in stations.csv or in the operation.</source>
   <translation>stations.csv 和行动中都没有这个站点。</translation>
  </message>
  <message>
   <location filename="../../commandcenter/exercise/validate.py" />
   <source>There is no such supply item.</source>
   <translation>没有这种物资。</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/command_line/duty.py" />
   <source>There is no such timer: {text}</source>
   <translation>没有这项计时：{text}</translation>
  </message>
  <message>
   <location filename="../../commandcenter/dispatch/handlers/drawings.py" />
   <source>There is no symbol {symbol}; the symbols are: {known}.</source>
   <translation>没有符号 {symbol}；可用的符号：{known}。</translation>
  </message>
  <message>
   <location filename="../../commandcenter/exercise/moments.py" />
   <source>There is no time zone “{name}”; write UTC, Europe/Berlin or Asia/Shanghai.</source>
   <translation>没有时区“{name}”；请写UTC、Europe/Berlin或Asia/Shanghai。</translation>
  </message>
  <message>
   <location filename="../../commandcenter/exercise/timelines.py" />
   <source>There is no timeline {number}.</source>
   <translation>没有时间线 {number}。</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/command_line/duty.py" />
   <source>There is no unit or incident {word}</source>
   <translation>没有单元或事件 {word}</translation>
  </message>
  <message>
   <location filename="../../commandcenter/app/cli/log_care.py" />
   <source>There is no unit {callsign}</source>
   <translation>没有单元 {callsign}</translation>
  </message>
  <message>
   <location filename="../../commandcenter/exercise/effects.py" />
   <source>There is no unit {callsign}.</source>
   <translation>没有单元 {callsign}。</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/command_line/messages.py" />
   <source>There is no unit, group or incident {word}</source>
   <translation>没有单元、群组或事件 {word}</translation>
  </message>
  <message>
   <location filename="../../commandcenter/geo/roads/network.py" />
   <source>There is no vehicle profile {name}.</source>
   <translation>没有车辆类型 {name}。</translation>
  </message>
  <message>
   <location filename="../../commandcenter/geo/importing/region.py" />
   <source>There is not enough memory to import {file}.</source>
   <translation>内存不足，无法导入 {file}。</translation>
  </message>
  <message>
   <location filename="../../commandcenter/log/checkpoint.py" />
   <source>There is nothing in this operation yet.</source>
   <translation>本行动中尚无任何内容。</translation>
  </message>
  <message>
   <location filename="../../commandcenter/dispatch/handlers/corrections.py" />
   <source>There is nothing to take back.</source>
   <translation>没有可撤回的内容。</translation>
  </message>
  <message>
   <location filename="../../commandcenter/app/hands.py" />
   <source>There is nothing to undo</source>
   <translation>没有可撤销的操作</translation>
  </message>
  <message>
   <location filename="../../commandcenter/dispatch/handlers/stock.py" />
   <source>These goods belong to a transfer; send it or call it off.</source>
   <translation>这些物资属于一次调拨；请发出或取消该调拨。</translation>
  </message>
  <message>
   <location filename="../../commandcenter/dispatch/handlers/partners.py" />
   <source>These goods expired on {day}.</source>
   <translation>这些物资已于 {day} 过期。</translation>
  </message>
  <message>
   <location filename="../../commandcenter/dispatch/handlers/care.py" />
   <source>These people are not known here.</source>
   <translation>此处没有这些人员的记录。</translation>
  </message>
  <message>
   <location filename="../../commandcenter/dispatch/handlers/care.py" />
   <source>These people are {state}; they cannot become {next} from there.</source>
   <translation>这些人员状态为{state}，不能变为{next}。</translation>
  </message>
  <message>
   <location filename="../../commandcenter/dispatch/handlers/partners.py" />
   <source>They have not offered it yet; write their offer down first.</source>
   <translation>对方尚未提供；请先登记其支援。</translation>
  </message>
  <message>
   <location filename="../../commandcenter/sync/lan/circle.py" />
   <source>This address is that of this desk itself.</source>
   <translation>这是本席位自己的地址。</translation>
  </message>
  <message>
   <location filename="../../commandcenter/dispatch/handlers/safety.py" />
   <source>This alarm is not known here.</source>
   <translation>此处没有该告警。</translation>
  </message>
  <message>
   <location filename="../../commandcenter/app/enrolment.py" />
   <source>This approval was made for another laptop.</source>
   <translation>此批准是为另一台笔记本电脑制作的。</translation>
  </message>
  <message>
   <location filename="../../commandcenter/app/cli/log_care.py" />
   <source>This archive does not hold all that the log holds; archive it again first.</source>
   <translation>此归档未包含日志的全部内容；请先重新归档。</translation>
  </message>
  <message>
   <location filename="../../commandcenter/app/files.py" />
   <source>This attachment cannot be opened here; its key was erased or is withheld.</source>
   <translation>此附件无法在此打开；其密钥已清除或未提供。</translation>
  </message>
  <message>
   <location filename="../../commandcenter/sync/files/sealed.py" />
   <source>This attachment cannot be opened: the key in the log is not its key.</source>
   <translation>此附件无法打开：日志中的密钥不是它的密钥。</translation>
  </message>
  <message>
   <location filename="../../commandcenter/dispatch/handlers/groups.py" />
   <source>This attachment holds personal data; erase it as such.</source>
   <translation>此附件含个人数据；请按个人数据清除。</translation>
  </message>
  <message>
   <location filename="../../commandcenter/sync/files/sealed.py" />
   <source>This attachment is damaged: its bytes are not those that were sent. Fetch it again.</source>
   <translation>此附件已损坏：内容与发送时不符。请重新获取。</translation>
  </message>
  <message>
   <location filename="../../commandcenter/dispatch/handlers/groups.py" />
   <source>This attachment is not known here.</source>
   <translation>此处没有该附件。</translation>
  </message>
  <message>
   <location filename="../../commandcenter/dispatch/handlers/messages.py" />
   <source>This attachment is not what it should be.</source>
   <translation>此附件不符合要求。</translation>
  </message>
  <message>
   <location filename="../../commandcenter/dispatch/handlers/groups.py" />
   <source>This attachment was removed already: {why}</source>
   <translation>此附件已被移除：{why}</translation>
  </message>
  <message>
   <location filename="../../commandcenter/app/exercise_store.py" />
   <source>This branch left a run in which other computers took part; once closed it cannot be taken up. Take the first run up and go back again.</source>
   <translation>此分支来自有其他计算机参加的演练，关闭后无法继续。请继续首次运行，再返回到该时刻。</translation>
  </message>
  <message>
   <location filename="../../commandcenter/sync/sealed.py" />
   <source>This bundle was made for other devices.</source>
   <translation>此数据包是为其他设备制作的。</translation>
  </message>
  <message>
   <location filename="../../commandcenter/exercise/injects.py" />
   <source>This call does not ring any more; somebody else has answered it.</source>
   <translation>该来电已不再响铃，已由他人接听。</translation>
  </message>
  <message>
   <location filename="../../commandcenter/dispatch/lookup.py" />
   <source>This call is not known here.</source>
   <translation>此处没有该来电。</translation>
  </message>
  <message>
   <location filename="../../commandcenter/dispatch/handlers/calls.py" />
   <source>This caller is not to be rung back any more.</source>
   <translation>该报警人已无需回拨。</translation>
  </message>
  <message>
   <location filename="../../commandcenter/dispatch/handlers/calls.py" />
   <source>This caller is to be rung back already.</source>
   <translation>该报警人已在待回拨之列。</translation>
  </message>
  <message>
   <location filename="../../commandcenter/dispatch/handlers/late.py" />
   <source>This cannot be entered late; write a note.</source>
   <translation>这不能补录；请写备注。</translation>
  </message>
  <message>
   <location filename="../../commandcenter/dispatch/handlers/catalogue.py" />
   <source>This catalogue cannot be used. {why}</source>
   <translation>此目录不可用。{why}</translation>
  </message>
  <message>
   <location filename="../../commandcenter/app/cli/log_proofs.py" />
   <source>This checkpoint is of another operation.</source>
   <translation>此检查点属于另一行动。</translation>
  </message>
  <message>
   <location filename="../../commandcenter/dispatch/handlers/closures.py" />
   <source>This closure has been lifted already.</source>
   <translation>此封闭已解除。</translation>
  </message>
  <message>
   <location filename="../../commandcenter/dispatch/lookup.py" />
   <source>This closure is not known here.</source>
   <translation>此处没有该封闭。</translation>
  </message>
  <message>
   <location filename="../../commandcenter/exercise/invitation.py" />
   <source>This code is for players; evaluators and controllers get another one.</source>
   <translation>此代码供参演者使用；评估员和导调员另有代码。</translation>
  </message>
  <message>
   <location filename="../../commandcenter/exercise/msel.py" />
   <source>This column is missing; the first row must name the columns.</source>
   <translation>缺少此列；首行必须写明列名。</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/frame/files.py" />
   <source>This computer has no program that opens {file}.</source>
   <translation>本机没有可打开 {file} 的程序。</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/alarms/sound.py" />
   <source>This computer plays no sound; alarms are only shown.</source>
   <translation>本机无法发声；告警仅以画面显示。</translation>
  </message>
  <message>
   <location filename="../../commandcenter/app/stick_keys.py" />
   <source>This computer was not given the key of this operation; it reads and writes only files that are made for one computer (--to).</source>
   <translation>本机未获得本次行动的密钥；它只能读写专为某台计算机制作的文件（--to）。</translation>
  </message>
  <message>
   <location filename="../../commandcenter/app/stick_keys.py" />
   <source>This computer was revoked in the operation; nothing is written for it.</source>
   <translation>该计算机已在本次行动中被撤销；不会为其写入任何内容。</translation>
  </message>
  <message>
   <location filename="../../commandcenter/sync/keeper.py" />
   <source>This computer's clock is {n} min ahead of the other's. Nothing is lost by it, but set the clock that is wrong.</source>
   <translation>本机时钟比对方快 {n} 分钟。不会因此丢失任何内容，但请校正错误的时钟。</translation>
  </message>
  <message>
   <location filename="../../commandcenter/sync/keeper.py" />
   <source>This computer's clock is {n} min behind the other's. Nothing is lost by it, but set the clock that is wrong.</source>
   <translation>本机时钟比对方慢 {n} 分钟。不会因此丢失任何内容，但请校正错误的时钟。</translation>
  </message>
  <message>
   <location filename="../../commandcenter/app/exercise_guest.py" />
   <source>This computer's clock is {s} s ahead of the leading computer's; exercise time follows the leading one's.</source>
   <translation>本机时钟比主导计算机快 {s} 秒；演练时间以主导计算机为准。</translation>
  </message>
  <message>
   <location filename="../../commandcenter/app/exercise_guest.py" />
   <source>This computer's clock is {s} s behind the leading computer's; exercise time follows the leading one's.</source>
   <translation>本机时钟比主导计算机慢 {s} 秒；演练时间以主导计算机为准。</translation>
  </message>
  <message>
   <location filename="../../commandcenter/monitor/clock_steps.py" />
   <source>This computer's clock was set back by {n} min just now. Nothing is lost by it, but set it right if it is wrong.</source>
   <translation>本机时钟刚刚被拨慢 {n} 分钟。不会因此丢失任何内容，但如有误请校正。</translation>
  </message>
  <message>
   <location filename="../../commandcenter/monitor/clock_steps.py" />
   <source>This computer's clock was set {n} min forward just now. Nothing is lost by it, but set it right if it is wrong.</source>
   <translation>本机时钟刚刚被拨快 {n} 分钟。不会因此丢失任何内容，但如有误请校正。</translation>
  </message>
  <message>
   <location filename="../../commandcenter/dispatch/handlers/accept.py" />
   <source>This decision is not known here.</source>
   <translation>这里没有这项决策。</translation>
  </message>
  <message>
   <location filename="../../commandcenter/dispatch/lookup.py" />
   <source>This depot is not known here.</source>
   <translation>此处没有该仓库。</translation>
  </message>
  <message>
   <location filename="../../commandcenter/sync/operation_key.py" />
   <source>This desk already has another key of that operation.</source>
   <translation>本席位已有该行动的另一把密钥。</translation>
  </message>
  <message>
   <location filename="../../commandcenter/app/sync_link.py" />
   <source>This desk has joined the hub {address}.</source>
   <translation>本席位已加入汇聚站 {address}。</translation>
  </message>
  <message>
   <location filename="../../commandcenter/dispatch/handlers/shares.py" />
   <source>This desk has {have} of {item} at {depot} left in its share, {wanted} are wanted. Others may be taking the rest: divide anew.</source>
   <translation>本席位在 {depot} 的 {item} 份额尚余 {have}，需要 {wanted}。其余可能正被其他席位取用：请重新分配。</translation>
  </message>
  <message>
   <location filename="../../commandcenter/app/sync_link.py" />
   <source>This desk is at work on that operation already.</source>
   <translation>本席位已在该行动中工作。</translation>
  </message>
  <message>
   <location filename="../../commandcenter/dispatch/handlers/privacy.py" />
   <source>This desk is of the own organisation; it cannot be a partner's as well.</source>
   <translation>本席位属于本组织，不能同时属于合作单位。</translation>
  </message>
  <message>
   <location filename="../../commandcenter/app/sync_link.py" />
   <source>This desk now takes part in the other operation; it opens anew.</source>
   <translation>本席位现已加入另一行动，将重新打开。</translation>
  </message>
  <message>
   <location filename="../../commandcenter/sync/access.py" />
   <source>This desk's key for the hub cannot be used; join the hub again with a new code.</source>
   <translation>此席位用于汇聚站的密钥无法使用；请用新的加入码重新加入汇聚站。</translation>
  </message>
  <message>
   <location filename="../../commandcenter/picture/rights.py" />
   <source>This device is not enrolled for the role {role}.</source>
   <translation>此设备没有为角色“{role}”登记。</translation>
  </message>
  <message>
   <location filename="../../commandcenter/dispatch/handlers/teams.py" />
   <source>This device is with {callsign} already.</source>
   <translation>本设备已经随 {callsign} 使用。</translation>
  </message>
  <message>
   <location filename="../../commandcenter/dispatch/handlers/rights.py" />
   <source>This device was revoked already.</source>
   <translation>此设备已被吊销。</translation>
  </message>
  <message>
   <location filename="../../commandcenter/dispatch/handlers/rights.py" />
   <source>This device was revoked. Let it make a new key, then enrol that.</source>
   <translation>此设备已被吊销。请让它生成新密钥，再登记新密钥。</translation>
  </message>
  <message>
   <location filename="../../commandcenter/picture/rights.py" />
   <source>This device was revoked; have it enrolled anew.</source>
   <translation>此设备已被吊销；请重新登记。</translation>
  </message>
  <message>
   <location filename="../../commandcenter/dispatch/handlers/rights.py" />
   <source>This entry counts already, or it is not here.</source>
   <translation>此记录已经生效，或不在此处。</translation>
  </message>
  <message>
   <location filename="../../commandcenter/log/checkpoint_proofs.py" />
   <source>This entry is later than the checkpoint; make a new checkpoint first.</source>
   <translation>此记录晚于该检查点；请先生成新的检查点。</translation>
  </message>
  <message>
   <location filename="../../commandcenter/dispatch/handlers/corrections.py" />
   <source>This entry is not in the log.</source>
   <translation>日志中没有该条目。</translation>
  </message>
  <message>
   <location filename="../../commandcenter/app/scenarios.py" />
   <source>This exercise is in the region {region}, which is not on this computer. Import or copy it first.</source>
   <translation>该演练在区域 {region} 进行，而本机没有这个区域。请先导入或复制该区域。</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/facilities/choice.py" />
   <source>This facility cannot take them; see the reason beside it.</source>
   <translation>该机构无法接收；原因见旁。</translation>
  </message>
  <message>
   <location filename="../../commandcenter/dispatch/handlers/care.py" />
   <source>This facility is not known here.</source>
   <translation>此处没有该机构。</translation>
  </message>
  <message>
   <location filename="../../commandcenter/app/cli/log_care.py" />
   <source>This file is of another operation.</source>
   <translation>此文件属于另一行动。</translation>
  </message>
  <message>
   <location filename="../../commandcenter/dispatch/handlers/rights.py" />
   <source>This grant of {name} was revoked already.</source>
   <translation>{name} 的这项授权已被收回。</translation>
  </message>
  <message>
   <location filename="../../commandcenter/dispatch/handlers/groups.py" />
   <source>This group is not known here.</source>
   <translation>此处没有该群组。</translation>
  </message>
  <message>
   <location filename="../../commandcenter/hub/invitations.py" />
   <source>This hub has no authority yet; run “commandcenter hub init” first.</source>
   <translation>此汇聚站还没有颁发机构；请先运行“commandcenter hub init”。</translation>
  </message>
  <message>
   <location filename="../../commandcenter/dispatch/advice.py" />
   <source>This incident is not known here.</source>
   <translation>此处没有该事件。</translation>
  </message>
  <message>
   <location filename="../../commandcenter/exercise/sheet.py" />
   <source>This is a formula, which is not run; put its value here.</source>
   <translation>这是公式，不会执行；请填入数值。</translation>
  </message>
  <message>
   <location filename="../../commandcenter/app/identity.py" />
   <source>This is a live operation and you have no PIN here: whoever sits down can act in your name. Set one with Ctrl+Shift+O.</source>
   <translation>这是实战行动，而您在此没有 PIN：任何人坐下都能以您的名义操作。请按 Ctrl+Shift+O 设置。</translation>
  </message>
  <message>
   <location filename="../../commandcenter/exercise/folder.py" />
   <source>This is empty.</source>
   <translation>此处为空。</translation>
  </message>
  <message>
   <location filename="../../commandcenter/dispatch/handlers/late.py" />
   <source>This is more than 31 days ago; check the date.</source>
   <translation>这是 31 天以前的事；请核对日期。</translation>
  </message>
  <message>
   <location filename="../../commandcenter/geo/exchange/gpx.py" />
   <source>This is no GPX: {why}</source>
   <translation>这不是 GPX 文件：{why}</translation>
  </message>
  <message>
   <location filename="../../commandcenter/geo/exchange/geojson.py" />
   <source>This is no GeoJSON: {why}</source>
   <translation>这不是 GeoJSON 文件：{why}</translation>
  </message>
  <message>
   <location filename="../../commandcenter/app/enrolment.py" />
   <source>This is no approval, or it was damaged on the way.</source>
   <translation>这不是批准，或在传递中损坏。</translation>
  </message>
  <message>
   <location filename="../../commandcenter/exercise/invitation.py" />
   <source>This is no code of an exercise.</source>
   <translation>这不是演练代码。</translation>
  </message>
  <message>
   <location filename="../../commandcenter/sync/operation_key.py" />
   <source>This is no code of an operation.</source>
   <translation>这不是行动的加入码。</translation>
  </message>
  <message>
   <location filename="../../commandcenter/dispatch/handlers/exercise.py" />
   <source>This is no exercise.</source>
   <translation>这不是演练。</translation>
  </message>
  <message>
   <location filename="../../commandcenter/sync/join_code.py" />
   <source>This is no join code of a hub.</source>
   <translation>这不是汇聚站的加入码。</translation>
  </message>
  <message>
   <location filename="../../commandcenter/app/enrolment.py" />
   <source>This is no request of a laptop, or it was damaged on the way.</source>
   <translation>这不是笔记本电脑的申请，或在传递中损坏。</translation>
  </message>
  <message>
   <location filename="../../commandcenter/resources/csv_tables.py" />
   <source>This is not a date like 2027-03-31.</source>
   <translation>这不是 2027-03-31 形式的日期。</translation>
  </message>
  <message>
   <location filename="../../commandcenter/exercise/details.py" />
   <source>This is not a number.</source>
   <translation>这不是数字。</translation>
  </message>
  <message>
   <location filename="../../commandcenter/exercise/details.py" />
   <source>This is not a whole number.</source>
   <translation>这不是整数。</translation>
  </message>
  <message>
   <location filename="../../commandcenter/exercise/details.py" />
   <source>This is not between {least} and {most}.</source>
   <translation>不在 {least} 与 {most} 之间。</translation>
  </message>
  <message>
   <location filename="../../commandcenter/app/recovery.py" />
   <source>This is not group {number} of the {count} groups of the code. Read it from the paper.</source>
   <translation>这不是恢复码 {count} 组中的第 {number} 组。请从凭证上读取。</translation>
  </message>
  <message>
   <location filename="../../commandcenter/log/passphrase.py" />
   <source>This is not the passphrase of this desk's keys.</source>
   <translation>这不是本席位密钥的口令。</translation>
  </message>
  <message>
   <location filename="../../commandcenter/dispatch/handlers/recovery.py" />
   <source>This is not the recovery code of this operation. Operations that an older program began have no recovery paper.</source>
   <translation>这不是本次行动的恢复码。由旧版程序发起的行动没有恢复凭证。</translation>
  </message>
  <message>
   <location filename="../../commandcenter/dispatch/handlers/recovery.py" />
   <source>This is not the recovery key of this operation.</source>
   <translation>这不是本次行动的恢复密钥。</translation>
  </message>
  <message>
   <location filename="../../commandcenter/app/pins.py" />
   <source>This is not the right PIN.</source>
   <translation>PIN 不正确。</translation>
  </message>
  <message>
   <location filename="../../commandcenter/dispatch/handlers/privacy.py" />
   <source>This is shared so already.</source>
   <translation>已经是这样共享的。</translation>
  </message>
  <message>
   <location filename="../../commandcenter/dispatch/handlers/recovery.py" />
   <source>This is the device you are working on; it cannot shut itself out.</source>
   <translation>这是您正在使用的设备；它不能排除自己。</translation>
  </message>
  <message>
   <location filename="../../commandcenter/dispatch/handlers/rights.py" />
   <source>This is the device you are working on; revoke it from another.</source>
   <translation>这是您正在使用的设备；请在另一台设备上吊销它。</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/past/desk.py" />
   <source>This is the past: nothing can be changed in this window.</source>
   <translation>这是过去：此窗口中不能做任何更改。</translation>
  </message>
  <message>
   <location filename="../../commandcenter/log/compose.py" />
   <source>This is too large or not in a form that the log can keep: {detail}. Nothing was saved.</source>
   <translation>内容过大或格式无法写入日志：{detail}。未保存任何内容。</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/exercise/long_work.py" />
   <source>This is under way already; wait for it, or cancel it.</source>
   <translation>此项正在进行；请等待其完成，或取消。</translation>
  </message>
  <message>
   <location filename="../../commandcenter/sync/join_code.py" />
   <source>This join code is mistyped or not whole.</source>
   <translation>此加入码输入有误或不完整。</translation>
  </message>
  <message>
   <location filename="../../commandcenter/sync/join_code.py" />
   <source>This join code is of a newer version of this program. Update this one first.</source>
   <translation>此加入码来自本程序的较新版本。请先更新此程序。</translation>
  </message>
  <message>
   <location filename="../../commandcenter/resources/csv_places.py" />
   <source>This kind of place has none: “{code}”.</source>
   <translation>此类场所没有该项：“{code}”。</translation>
  </message>
  <message>
   <location filename="../../commandcenter/app/identity.py" />
   <source>This laptop has made no request yet.</source>
   <translation>这台笔记本电脑还没有提出申请。</translation>
  </message>
  <message>
   <location filename="../../commandcenter/dispatch/handlers/late.py" />
   <source>This lies in the future; what is entered late has happened.</source>
   <translation>这是将来的时间；补录的事必须已经发生。</translation>
  </message>
  <message>
   <location filename="../../commandcenter/exercise/replay_log.py" />
   <source>This line is no entry of a log ({why}).</source>
   <translation>此行不是日志条目（{why}）。</translation>
  </message>
  <message>
   <location filename="../../commandcenter/app/lines.py" />
   <source>This line only does something in an open window; there is none. Open the desk with “commandcenter”, then give the line again.</source>
   <translation>此命令只在打开的窗口中有效，而现在没有窗口。请先用“commandcenter”打开席位，再输入一次。</translation>
  </message>
  <message>
   <location filename="../../commandcenter/dispatch/handlers/messages.py" />
   <source>This message is not known here.</source>
   <translation>此处没有该消息。</translation>
  </message>
  <message>
   <location filename="../../commandcenter/exercise/clock.py" />
   <source>This moment is over; rewind to it instead.</source>
   <translation>这一时刻已过；请改为回退到那里。</translation>
  </message>
  <message>
   <location filename="../../commandcenter/dispatch/handlers/stock.py" />
   <source>This movement of {item} has been booked already.</source>
   <translation>{item} 的此次出入库已登记。</translation>
  </message>
  <message>
   <location filename="../../commandcenter/resources/csv_goods.py" />
   <source>This name is neither in the files nor in the operation.</source>
   <translation>文件和行动中都没有这个名称。</translation>
  </message>
  <message>
   <location filename="../../commandcenter/sync/lan/circle.py" />
   <source>This network lets no desks be found ({why}). Type the address of another desk instead.</source>
   <translation>此网络无法自动查找席位（{why}）。请改为输入另一席位的地址。</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/exercise/inject_sheet.py" />
   <source>This number is taken.</source>
   <translation>此编号已被使用。</translation>
  </message>
  <message>
   <location filename="../../commandcenter/dispatch/handlers/partners.py" />
   <source>This offer has been answered already.</source>
   <translation>该援助意向已答复。</translation>
  </message>
  <message>
   <location filename="../../commandcenter/dispatch/handlers/partners.py" />
   <source>This offer is not known here.</source>
   <translation>此处没有该援助意向。</translation>
  </message>
  <message>
   <location filename="../../commandcenter/dispatch/handlers/partners.py" />
   <source>This offer is written down already.</source>
   <translation>这项支援已经登记。</translation>
  </message>
  <message>
   <location filename="../../commandcenter/dispatch/handlers/operation.py" />
   <source>This operation has been opened already.</source>
   <translation>此行动已开始。</translation>
  </message>
  <message>
   <location filename="../../commandcenter/app/session.py" />
   <source>This operation is an exercise; it cannot be opened as live work.</source>
   <translation>此行动是演练，不能作为实战打开。</translation>
  </message>
  <message>
   <location filename="../../commandcenter/app/exercises.py" />
   <source>This operation is live; it cannot be opened as an exercise.</source>
   <translation>此行动是实战，不能作为演练打开。</translation>
  </message>
  <message>
   <location filename="../../commandcenter/dispatch/desk.py" />
   <source>This operation was ended; nothing more is written to it.</source>
   <translation>本行动已结束；不再写入任何内容。</translation>
  </message>
  <message>
   <location filename="../../commandcenter/dispatch/handlers/orders.py" />
   <source>This order did not go to {callsign}.</source>
   <translation>该命令未下达给 {callsign}。</translation>
  </message>
  <message>
   <location filename="../../commandcenter/dispatch/handlers/orders.py" />
   <source>This order is not known here.</source>
   <translation>此处没有该命令。</translation>
  </message>
  <message>
   <location filename="../../commandcenter/dispatch/handlers/orders.py" />
   <source>This order was read back already.</source>
   <translation>该命令已复诵过。</translation>
  </message>
  <message>
   <location filename="../../commandcenter/dispatch/handlers/orders.py" />
   <source>This order was withdrawn: {why}</source>
   <translation>该命令已撤回：{why}</translation>
  </message>
  <message>
   <location filename="../../commandcenter/dispatch/handlers/partners.py" />
   <source>This organisation is not known here.</source>
   <translation>此处没有该单位。</translation>
  </message>
  <message>
   <location filename="../../commandcenter/dispatch/handlers/partners.py" />
   <source>This organisation was not asked for that, or has answered already.</source>
   <translation>没有向该单位请求过此项，或其已答复。</translation>
  </message>
  <message>
   <location filename="../../commandcenter/dispatch/handlers/privacy.py" />
   <source>This partner is not known here.</source>
   <translation>此处没有该合作单位。</translation>
  </message>
  <message>
   <location filename="../../commandcenter/app/profile.py" />
   <source>This profile is a copy of one that is still on this computer. It goes on as a new device, so that no two write under one name.</source>
   <translation>本配置文件是本机上另一份仍存在的配置文件的副本。它将作为新设备继续工作，以免两处以同一名义写入。</translation>
  </message>
  <message>
   <location filename="../../commandcenter/app/profile.py" />
   <source>This profile was copied from another computer. Here it goes on as a new device, so that no two write under one name; a supervisor enrols it under “People and devices”.</source>
   <translation>此配置是从另一台计算机复制的。它在此改以新设备继续，以免两台以同一身份书写；由主管在“人员与设备”中登记。</translation>
  </message>
  <message>
   <location filename="../../commandcenter/resources/changed.py" />
   <source>This program does not know the catalogue file {file}.</source>
   <translation>本程序不认识目录文件 {file}。</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/field/acts.py" />
   <source>This program keeps no attachments.</source>
   <translation>本程序不保存附件。</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/field/receiver.py" />
   <source>This receiver is used from now on, at the next start too.</source>
   <translation>从现在起使用此接收机，下次启动也一样。</translation>
  </message>
  <message>
   <location filename="../../commandcenter/dispatch/handlers/automatic.py" />
   <source>This recommendation is not sent by itself: a person has to look at it.</source>
   <translation>此推荐不会自动派出：须由人员查看。</translation>
  </message>
  <message>
   <location filename="../../commandcenter/dispatch/handlers/recovery.py" />
   <source>This recovery key was announced already.</source>
   <translation>此恢复密钥已经公布。</translation>
  </message>
  <message>
   <location filename="../../commandcenter/dispatch/handlers/corrections.py" />
   <source>This reservation has been ended already.</source>
   <translation>此预留已结束。</translation>
  </message>
  <message>
   <location filename="../../commandcenter/dispatch/handlers/stock.py" />
   <source>This reservation has been ended already: {state}.</source>
   <translation>此预留已结束：{state}。</translation>
  </message>
  <message>
   <location filename="../../commandcenter/dispatch/lookup.py" />
   <source>This reservation is not known here.</source>
   <translation>此处没有该预留。</translation>
  </message>
  <message>
   <location filename="../../commandcenter/dispatch/handlers/safety.py" />
   <source>This roll-call has ended.</source>
   <translation>该点名已结束。</translation>
  </message>
  <message>
   <location filename="../../commandcenter/dispatch/handlers/safety.py" />
   <source>This roll-call is not known here.</source>
   <translation>此处没有该点名。</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/exercise/editor/placing.py" />
   <source>This scenario is in the region {region}, this desk's map shows {here}: open that region first.</source>
   <translation>该场景位于区域 {region}，而本台地图显示 {here}：请先打开该区域。</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/exercise/editor/window.py" />
   <source>This scenario is not saved. Save it, or do that again to give the changes up.</source>
   <translation>该场景尚未保存。请保存，或再次操作以放弃更改。</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/exercise/editor/window.py" />
   <source>This scenario was not saved when the program ended. Save it, or open another one to give it up.</source>
   <translation>上次程序结束时，此场景尚未保存。请保存，或打开其他场景以放弃它。</translation>
  </message>
  <message>
   <location filename="../../commandcenter/dispatch/handlers/search.py" />
   <source>This search is not known here.</source>
   <translation>此处没有该搜索。</translation>
  </message>
  <message>
   <location filename="../../commandcenter/dispatch/handlers/search.py" />
   <source>This search is over.</source>
   <translation>该搜索已结束。</translation>
  </message>
  <message>
   <location filename="../../commandcenter/dispatch/handlers/search.py" />
   <source>This sector is not known here.</source>
   <translation>此处没有该分区。</translation>
  </message>
  <message>
   <location filename="../../commandcenter/dispatch/handlers/drawings.py" />
   <source>This sketch is not on the map any more.</source>
   <translation>此标绘已不在地图上。</translation>
  </message>
  <message>
   <location filename="../../commandcenter/exercise/msel.py" />
   <source>This stands twice; the first one counts.</source>
   <translation>出现两次；以第一次为准。</translation>
  </message>
  <message>
   <location filename="../../commandcenter/dispatch/handlers/groups.py" />
   <source>This station is not known here.</source>
   <translation>此处没有该站点。</translation>
  </message>
  <message>
   <location filename="../../commandcenter/dispatch/handlers/search.py" />
   <source>This sweep has been ended already.</source>
   <translation>该搜索任务已结束。</translation>
  </message>
  <message>
   <location filename="../../commandcenter/dispatch/handlers/search.py" />
   <source>This sweep is not known here.</source>
   <translation>此处没有该搜索任务。</translation>
  </message>
  <message>
   <location filename="../../commandcenter/dispatch/handlers/teams.py" />
   <source>This task has been ended already.</source>
   <translation>此任务已经结束。</translation>
  </message>
  <message>
   <location filename="../../commandcenter/dispatch/handlers/teams.py" />
   <source>This task is not known here.</source>
   <translation>这里不知道此任务。</translation>
  </message>
  <message>
   <location filename="../../commandcenter/dispatch/handlers/safety.py" />
   <source>This timer has ended already.</source>
   <translation>该计时已结束。</translation>
  </message>
  <message>
   <location filename="../../commandcenter/dispatch/handlers/transfers.py" />
   <source>This transfer is not known here.</source>
   <translation>此处没有该调拨。</translation>
  </message>
  <message>
   <location filename="../../commandcenter/dispatch/handlers/transfers.py" />
   <source>This transfer is {state} already.</source>
   <translation>该调拨状态已是{state}。</translation>
  </message>
  <message>
   <location filename="../../commandcenter/dispatch/advice.py" />
   <source>This unit is not known here.</source>
   <translation>此处没有该单元。</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/catalogue/versions_page.py" />
   <source>This version of the catalogue is in force again</source>
   <translation>目录的这一版本已重新生效</translation>
  </message>
  <message>
   <location filename="../../commandcenter/dispatch/handlers/catalogue.py" />
   <source>This version of the catalogue is in force.</source>
   <translation>目录的这一版本正在生效。</translation>
  </message>
  <message>
   <location filename="../../commandcenter/dispatch/handlers/catalogue.py" />
   <source>This version of the catalogue is not known here.</source>
   <translation>这里不认识目录的这一版本。</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/data/end_page.py" />
   <source>Tick first that nothing more is to be written.</source>
   <translation>请先勾选“本次行动不再写入任何内容”。</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/connection/links_page.py" />
   <source>Tick “Meet other desks on this network” before you give addresses of desks.</source>
   <translation>填写席位地址前，请先勾选“与此网络中的其他席位直接同步”。</translation>
  </message>
  <message>
   <location filename="../../commandcenter/app/exercise_run.py" />
   <source>Time stands: a most urgent incident waits that nobody has looked at. Look at it, then let time run.</source>
   <translation>时间已停：有一起最紧急的事件无人查看。请先查看，再继续计时。</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/alarms/timers.py" />
   <source>Timer called off: {text}</source>
   <translation>已取消计时：{text}</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/alarms/panel.py" />
   <source>Timer done</source>
   <translation>计时事项已完成</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/alarms/panel.py" />
   <source>Timer set for {n} min</source>
   <translation>已设定 {n} 分钟计时</translation>
  </message>
  <message>
   <location filename="../../commandcenter/monitor/causes.py" />
   <source>Timer: {text}</source>
   <translation>计时：{text}</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/command_line/messages.py" />
   <source>To whom? A callsign, a group, an incident number or “all”</source>
   <translation>发给谁？呼号、群组、事件编号或“全体”</translation>
  </message>
  <message>
   <location filename="../../commandcenter/app/pins.py" />
   <source>Too many wrong tries: wait {seconds} s.</source>
   <translation>错误次数过多：请等待 {seconds} 秒。</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/field/acts.py" />
   <source>Track written into {file}</source>
   <translation>轨迹已写入 {file}</translation>
  </message>
  <message>
   <location filename="../../commandcenter/app/exercise_desk.py" />
   <source>Training region</source>
   <translation>训练区域</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/supplies/transfers.py" />
   <source>Transfer called off</source>
   <translation>调拨已取消</translation>
  </message>
  <message>
   <location filename="../../commandcenter/dispatch/handlers/transfers.py" />
   <source>Trips have no goal “{goal}”.</source>
   <translation>车次没有“{goal}”这一目标。</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/field/receiver.py" />
   <source>Trying, {n} s at most …</source>
   <translation>正在尝试，最多 {n} 秒 …</translation>
  </message>
  <message>
   <location filename="../../commandcenter/dispatch/turn_list.py" />
   <source>Turn left</source>
   <translation>左转</translation>
  </message>
  <message>
   <location filename="../../commandcenter/dispatch/turn_list.py" />
   <source>Turn left into {street}</source>
   <translation>左转进入{street}</translation>
  </message>
  <message>
   <location filename="../../commandcenter/dispatch/turn_list.py" />
   <source>Turn right</source>
   <translation>右转</translation>
  </message>
  <message>
   <location filename="../../commandcenter/dispatch/turn_list.py" />
   <source>Turn right into {street}</source>
   <translation>右转进入{street}</translation>
  </message>
  <message>
   <location filename="../../commandcenter/dispatch/turn_list.py" />
   <source>Turn round</source>
   <translation>掉头</translation>
  </message>
  <message>
   <location filename="../../commandcenter/dispatch/turn_list.py" />
   <source>Turn round, back along {street}</source>
   <translation>掉头，沿{street}返回</translation>
  </message>
  <message>
   <location filename="../../commandcenter/dispatch/turn_list.py" />
   <source>Turn sharp left</source>
   <translation>向左急转</translation>
  </message>
  <message>
   <location filename="../../commandcenter/dispatch/turn_list.py" />
   <source>Turn sharp left into {street}</source>
   <translation>向左急转进入{street}</translation>
  </message>
  <message>
   <location filename="../../commandcenter/dispatch/turn_list.py" />
   <source>Turn sharp right</source>
   <translation>向右急转</translation>
  </message>
  <message>
   <location filename="../../commandcenter/dispatch/turn_list.py" />
   <source>Turn sharp right into {street}</source>
   <translation>向右急转进入{street}</translation>
  </message>
  <message>
   <location filename="../../commandcenter/monitor/causes.py" />
   <source>Two desks disagree about {field}</source>
   <translation>两个席位对 {field} 不一致</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/command_line/verbs.py" />
   <source>Two incidents are not the same; they are not offered as one again</source>
   <translation>两起事件不是同一起；不再提示合并</translation>
  </message>
  <message>
   <location filename="../../commandcenter/dispatch/handlers/teams.py" />
   <source>Two people of a crew need two names.</source>
   <translation>同一班组的两个人需要不同的姓名。</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/command_line/grammar.py" />
   <source>Type a command, a callsign, an incident number or a place</source>
   <translation>输入命令、呼号、事件编号或地点</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/identity/recovery_page.py" />
   <source>Type the code of the recovery paper first.</source>
   <translation>请先输入恢复凭证上的恢复码。</translation>
  </message>
  <message>
   <location filename="../../commandcenter/app/hands.py" />
   <source>Undo your last action</source>
   <translation>撤销上一操作</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/command_line/verbs.py" />
   <source>Undo your last action by a compensating entry</source>
   <translation>以补偿条目撤销上一操作</translation>
  </message>
  <message>
   <location filename="../../commandcenter/app/hands.py" />
   <source>Undo: {what}</source>
   <translation>撤销：{what}</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/seat.py" />
   <source>Undone; both entries stay in the log</source>
   <translation>已撤销；两个条目都保留在日志中</translation>
  </message>
  <message>
   <location filename="../../commandcenter/app/hands.py" />
   <source>Undone; both entries stay in the log: {what}</source>
   <translation>已撤销；两条记录都保留在日志中：{what}</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/command_line/verbs.py" />
   <source>Units share one crew; one unit alone has its own again</source>
   <translation>多个单元共用一组人员；单独一个则恢复自有人员</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/identity/gate.py" />
   <source>Unlocked</source>
   <translation>已解锁</translation>
  </message>
  <message>
   <location filename="../../commandcenter/exercise/recorded.py" />
   <source>Unreadable rows in the source</source>
   <translation>源数据中无法读取的行</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/command_line/duty.py" />
   <source>Urgent order to {units}: {text}</source>
   <translation>紧急命令 {units}：{text}</translation>
  </message>
  <message>
   <location filename="../../commandcenter/geo/roads/routes.py" />
   <source>Uses a ferry.</source>
   <translation>途经轮渡。</translation>
  </message>
  <message>
   <location filename="../../commandcenter/geo/roads/profiles.py" />
   <source>Vehicle profile {name} cannot be read: {problem}.</source>
   <translation>无法读取车辆类型 {name}：{problem}。</translation>
  </message>
  <message>
   <location filename="../../commandcenter/sync/state.py" />
   <source>Waiting for other desks</source>
   <translation>等待其他席位</translation>
  </message>
  <message>
   <location filename="../../commandcenter/dispatch/handlers/corrections.py" />
   <source>What a partner was asked for stays; decline it for them.</source>
   <translation>向合作单位的请求会保留；可代其谢绝。</translation>
  </message>
  <message>
   <location filename="../../commandcenter/sync/http.py" />
   <source>What answers there is no hub and no desk. Check the address in the window Connection.</source>
   <translation>应答的既不是汇聚站也不是席位。请在“连接”窗口中检查地址。</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/command_line/window_lines.py" />
   <source>What do you want to open or do? e.g. open statistics</source>
   <translation>要打开或执行什么？例如 open 统计</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/command_line/grammar.py" />
   <source>What do you want to print? report, log, cards, blank, map or 201 204 205 209 211 213 214 309</source>
   <translation>要打印什么？report、log、cards、blank、map 或 201 204 205 209 211 213 214 309</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/command_line/duty.py" />
   <source>What does {callsign} say? ok, done, or no and why</source>
   <translation>{callsign} 怎么说？ok、done，或 no 及原因</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/command_line/late.py" />
   <source>What happened at {time}? Any command: E1 os, d 42 E1, note …</source>
   <translation>{time} 发生了什么？任何命令：E1 os、d 42 E1、备注…</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/command_line/goods_lines.py" />
   <source>What is asked of which depot, and for whom? e.g. ask 20 blanket from Central for 42</source>
   <translation>向哪个仓库申请什么，给谁？例如 申请 20 毛毯 自 中心仓库 给 42</translation>
  </message>
  <message>
   <location filename="../../commandcenter/dispatch/supply_flow.py" />
   <source>What is left is kept for the depots' own districts, or is their minimum level.</source>
   <translation>剩余部分为仓库所在辖区保留，或属于其最低库存。</translation>
  </message>
  <message>
   <location filename="../../commandcenter/dispatch/handlers/stock.py" />
   <source>What is missing</source>
   <translation>缺少的数量</translation>
  </message>
  <message>
   <location filename="../../commandcenter/dispatch/explain.py" />
   <source>What is still free with {capability}, {kept} in all, is kept for priority 1 while {count} incidents wait.</source>
   <translation>有 {count} 起事件等待期间，具备{capability}的其余空闲单元（共 {kept} 个）为优先级 1 的事件保留。</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/command_line/messages.py" />
   <source>What is the message about {number}?</source>
   <translation>关于 {number} 的消息是什么？</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/command_line/messages.py" />
   <source>What is the message to everyone? It goes to {n} units</source>
   <translation>发给全体的消息是什么？将发给 {n} 个单元</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/command_line/messages.py" />
   <source>What is the message to {name}?</source>
   <translation>发给 {name} 的消息是什么？</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/command_line/messages.py" />
   <source>What is the message to {name}? It goes to {units}</source>
   <translation>发给 {name} 的消息是什么？将发给 {units}</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/command_line/grammar.py" />
   <source>What is the note?</source>
   <translation>备注内容是什么？</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/command_line/incident_lines.py" />
   <source>What kind of incident is {number}? e.g. type {number} fire</source>
   <translation>{number} 是哪类事件？例如 类型 {number} 火灾</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/report/form.py" />
   <source>What kind of incident?</source>
   <translation>事件是什么类型？</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/command_line/report.py" />
   <source>What kind of incident? e.g. new fire 12 Mill Lane</source>
   <translation>事件是什么类型？例如：新建 建筑火灾 地址</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/command_line/window_lines.py" />
   <source>What of the call? “call ring 0151 5550123”, or “call end” when the caller hung up</source>
   <translation>来电怎么了？“来电 振铃 0151 5550123”，对方挂断则用“来电 挂断”</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/command_line/duty.py" />
   <source>What shall it remind you of?</source>
   <translation>提醒什么？</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/command_line/incident_lines.py" />
   <source>What shall {number} be called? e.g. name {number} Castle fire</source>
   <translation>{number} 叫什么？例如 命名 {number} 城堡火灾</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/command_line/duty.py" />
   <source>What shall {units} do? A “!” first makes it urgent</source>
   <translation>{units} 要做什么？以“!”开头为紧急</translation>
  </message>
  <message>
   <location filename="../../commandcenter/exercise/effects.py" />
   <source>What the other desk should do is not known here, or lacks its unit or incident.</source>
   <translation>另一席位要做的事无法识别，或缺少单位或事件。</translation>
  </message>
  <message>
   <location filename="../../commandcenter/app/cli/log_proofs.py" />
   <source>What this checkpoint names is not all here. Synchronise first; `log verify --checkpoint FILE` says what is missing.</source>
   <translation>该检查点列出的内容此处不全。请先同步；`log verify --checkpoint FILE` 会说明缺失内容。</translation>
  </message>
  <message>
   <location filename="../../commandcenter/app/cli/log_proofs.py" />
   <source>What this checkpoint stands for is not all here, or is not the same; nothing was signed. Synchronise first.</source>
   <translation>该检查点所代表的内容此处不全或不一致；未签名。请先同步。</translation>
  </message>
  <message>
   <location filename="../../commandcenter/dispatch/handlers/corrections.py" />
   <source>What was decided stays; order the move after all.</source>
   <translation>已作的决定保留；如需调动请另行下令。</translation>
  </message>
  <message>
   <location filename="../../commandcenter/dispatch/handlers/rights.py" />
   <source>What was done about rights is not ratified; do it yourself, or void it.</source>
   <translation>关于权限的行为不予追认；请自己执行，或宣告无效。</translation>
  </message>
  <message>
   <location filename="../../commandcenter/dispatch/handlers/corrections.py" />
   <source>What was erased cannot be brought back.</source>
   <translation>已清除的内容无法恢复。</translation>
  </message>
  <message>
   <location filename="../../commandcenter/dispatch/handlers/corrections.py" />
   <source>What was known at a decision stays with it.</source>
   <translation>决策时已知的内容随决策保留。</translation>
  </message>
  <message>
   <location filename="../../commandcenter/dispatch/handlers/accept.py" />
   <source>What was known at this decision is written already.</source>
   <translation>这项决策时已知的内容已经记录。</translation>
  </message>
  <message>
   <location filename="../../commandcenter/dispatch/handlers/corrections.py" />
   <source>What was read back stays in the log.</source>
   <translation>已复诵的内容保留在日志中。</translation>
  </message>
  <message>
   <location filename="../../commandcenter/dispatch/handlers/corrections.py" />
   <source>What was read has been read.</source>
   <translation>已读的就是已读。</translation>
  </message>
  <message>
   <location filename="../../commandcenter/dispatch/handlers/transfers.py" />
   <source>What was received</source>
   <translation>收到的数量</translation>
  </message>
  <message>
   <location filename="../../commandcenter/dispatch/handlers/corrections.py" />
   <source>What was received stays; send it back by a transfer.</source>
   <translation>已签收的保留；请通过调拨退回。</translation>
  </message>
  <message>
   <location filename="../../commandcenter/dispatch/handlers/corrections.py" />
   <source>What was stopped stays stopped; send by hand.</source>
   <translation>已停止的保持停止；请手动派遣。</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/command_line/late.py" />
   <source>When did it happen, and what? e.g. late 14:05 E1 os</source>
   <translation>何时发生、发生了什么？如 补录 14:05 E1 os</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/command_line/goods_lines.py" />
   <source>Where are the people of {who}? arrived, left, or off</source>
   <translation>{who} 的人员现在何处？到达、离开或取消</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/report/form.py" />
   <source>Where is it? Pick an answer or click the map</source>
   <translation>在哪里？请选择一项或点击地图</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/command_line/report.py" />
   <source>Where is it? Type an address, a crossing A / B, a place or coordinates</source>
   <translation>在哪里？请输入地址、路口 A / B、地点或坐标</translation>
  </message>
  <message>
   <location filename="../../commandcenter/dispatch/handlers/corrections.py" />
   <source>Where people are stays in the log; keep places anew.</source>
   <translation>人员去向保留在日志中；请重新预留床位。</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/command_line/grammar.py" />
   <source>Where to? A street, a crossing A / B, a place or coordinates</source>
   <translation>去哪里？街道、路口 A / B、地点或坐标</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/command_line/report.py" />
   <source>Where? Type an address, a crossing A / B, a place or coordinates</source>
   <translation>在哪里？输入地址、路口 A / B、地点或坐标</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/command_line/incident_lines.py" />
   <source>Which alarm level, 1 to {most}? e.g. level {number} 2</source>
   <translation>哪个响应级别（1 到 {most}）？例如 响应级 {number} 2</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/command_line/callback_lines.py" />
   <source>Which caller's call is about which incident? e.g. link 0151 5550123 to 42</source>
   <translation>哪个报警人的来电属于哪个事件？例如 关联 0151 5550123 到 42</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/command_line/messages.py" />
   <source>Which check word did {callsign} say?</source>
   <translation>{callsign} 说的校验词是什么？</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/command_line/duty.py" />
   <source>Which crew? e.g. mayday E1 floor collapsed</source>
   <translation>哪个车组？如 mayday E1 楼板坍塌</translation>
  </message>
  <message>
   <location filename="../../commandcenter/dispatch/supply_flow.py" />
   <source>Which depot gives what</source>
   <translation>哪个仓库供应什么</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/command_line/incident_lines.py" />
   <source>Which grade, 1 to 4? e.g. grade {number} 2</source>
   <translation>哪个等级（1 到 4）？例如 等级 {number} 2</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/command_line/grammar.py" />
   <source>Which incident or unit?</source>
   <translation>哪个事件或单元？</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/command_line/incident_lines.py" />
   <source>Which incident? Give its number</source>
   <translation>哪个事件？请输入编号</translation>
  </message>
  <message>
   <location filename="../../commandcenter/app/hands.py" />
   <source>Which incident? Give its number behind the paper, e.g. print 214 42</source>
   <translation>哪个事件？请在文件后写上编号，例如 打印 214 42</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/command_line/grammar.py" />
   <source>Which incident? e.g. d 42 E1 M3</source>
   <translation>哪个事件？例如：派 42 E1 M3</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/command_line/window_lines.py" />
   <source>Which layer of the map? e.g. layer coverage on</source>
   <translation>哪个地图图层？例如 layer coverage on</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/report/form.py" />
   <source>Which number is to be rung back?</source>
   <translation>回拨哪个号码？</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/command_line/duty.py" />
   <source>Which of the {n} timers? e.g. timer end wind</source>
   <translation>{n} 项计时中的哪一项？例如：计时 结束 风向</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/command_line/callback_lines.py" />
   <source>Which of {n} callers? Give the number, or the number of the incident</source>
   <translation>{n} 位报警人中的哪一位？请给出号码或事件编号</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/command_line/incident_lines.py" />
   <source>Which other incident is {number} not the same as? e.g. apart {number} 42</source>
   <translation>{number} 与哪个事件不是同一起？例如 非同 {number} 42</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/command_line/window_lines.py" />
   <source>Which panel do you want to hide? e.g. hide log</source>
   <translation>要隐藏哪个面板？例如 hide log</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/command_line/watch_lines.py" />
   <source>Which parked call? {calls}</source>
   <translation>哪个挂起的来电？{calls}</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/command_line/logistics.py" />
   <source>Which places of which facility? e.g. hosp 12/20 emergency St. Mary</source>
   <translation>哪家机构的哪种床位？例如 hosp 12/20 emergency St. Mary</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/command_line/grammar.py" />
   <source>Which priority? 1 (life at risk) to 5 (can wait)</source>
   <translation>优先级？1（危及生命）至 5（可等待）</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/command_line/window_lines.py" />
   <source>Which road is open again? e.g. closure end Old bridge</source>
   <translation>哪条道路重新开放？例如 closure end 老桥</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/command_line/grammar.py" />
   <source>Which street? Or what do you want to draw: point, line or area?</source>
   <translation>哪条街道？或要绘制什么：点、线还是区域？</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/command_line/messages.py" />
   <source>Which template? {codes}</source>
   <translation>哪个模板？{codes}</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/command_line/duty.py" />
   <source>Which unit answers? e.g. ack E1 ok</source>
   <translation>哪个单元答复？如 ack E1 ok</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/command_line/duty.py" />
   <source>Which unit was heard? e.g. contact E1 all well</source>
   <translation>与哪个单元联络？如 contact E1 一切正常</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/command_line/grammar.py" />
   <source>Which units share a crew? e.g. crew E1 L1</source>
   <translation>哪些单元共用人员？例如 crew E1 L1</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/command_line/duty.py" />
   <source>Which units? e.g. order E1 M3 open the roof</source>
   <translation>哪些单元？如 order E1 M3 打开屋顶</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/command_line/grammar.py" />
   <source>Which units? e.g. rel E1 M3</source>
   <translation>哪些单元？例如：释放 E1 M3</translation>
  </message>
  <message>
   <location filename="../../commandcenter/dispatch/trip_search.py" />
   <source>Which vehicle drives where</source>
   <translation>哪辆车开往哪里</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/command_line/messages.py" />
   <source>Who has read an order back? e.g. back E1 tango kilo</source>
   <translation>谁复诵了命令？如 复诵 E1 tango kilo</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/command_line/callback_lines.py" />
   <source>Who is to be rung back? A number, or the number of an incident; e.g. callback 0151 5550123 ; line dropped</source>
   <translation>回拨谁？号码或事件编号；例如 回拨 0151 5550123；线路中断</translation>
  </message>
  <message>
   <location filename="../../commandcenter/dispatch/handlers/corrections.py" />
   <source>Who looked at personal data stays in the log.</source>
   <translation>查阅个人数据的记录保留在日志中。</translation>
  </message>
  <message>
   <location filename="../../commandcenter/dispatch/handlers/transfers.py" />
   <source>Who received the goods</source>
   <translation>签收人</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/command_line/duty.py" />
   <source>Who says that {callsign} is safe, and how?</source>
   <translation>谁确认 {callsign} 安全？情况如何？</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/command_line/goods_lines.py" />
   <source>Who took {goods} over?</source>
   <translation>谁接收了{goods}？</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/command_line/window_lines.py" />
   <source>Whoever rang has hung up</source>
   <translation>来电者已挂断</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/command_line/watch_lines.py" />
   <source>Whose order is withdrawn, and why? e.g. withdraw E1 the wind has turned</source>
   <translation>收回谁的命令，为什么？例如 收回 E1 风向已变</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/command_line/goods_lines.py" />
   <source>Whose people, and where are they? arrived, left, or off; e.g. placed A1 arrived</source>
   <translation>谁的人员，现在何处？到达、离开或取消；例如 安置 A1 到达</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/command_line/goods_lines.py" />
   <source>Whose transfer, and what of it? yes, no and why, send and with which unit, got and by whom; e.g. transfer 42 yes</source>
   <translation>谁的调拨，如何处理？同意、拒绝并说明原因、发出并写明单元、收到并写明收件人；例如 调拨 42 同意</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/command_line/duty.py" />
   <source>Why does {callsign} refuse?</source>
   <translation>{callsign} 为何拒绝？</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/command_line/goods_lines.py" />
   <source>Why does {target} not get {goods}?</source>
   <translation>为什么{target}得不到{goods}？</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/command_line/watch_lines.py" />
   <source>Why is it withdrawn: {text}?</source>
   <translation>为什么收回：{text}？</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/command_line/callback_lines.py" />
   <source>Why is the caller not rung back any more?</source>
   <translation>为什么不再回拨？</translation>
  </message>
  <message>
   <location filename="../../commandcenter/dispatch/handlers/corrections.py" />
   <source>Why nothing was sent stays in the log; send by hand.</source>
   <translation>未派出的原因保留在日志中；请手动派遣。</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/alarms/panel.py" />
   <source>Withdraw the order</source>
   <translation>撤回命令</translation>
  </message>
  <message>
   <location filename="../../commandcenter/dispatch/handlers/corrections.py" />
   <source>Withdraw the order instead.</source>
   <translation>请改为撤回该命令。</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/command_line/watch_lines.py" />
   <source>Withdraw, for {units} too: {text}</source>
   <translation>收回（{units} 也在内）：{text}</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/command_line/watch_lines.py" />
   <source>Withdraw: {text}</source>
   <translation>收回：{text}</translation>
  </message>
  <message>
   <location filename="../../commandcenter/geo/importing/region.py" />
   <source>Within the boundary {file} has no roads, so no region was made of it.</source>
   <translation>{file} 在边界内没有道路，因此未生成区域。</translation>
  </message>
  <message>
   <location filename="../../commandcenter/app/telling.py" />
   <source>Within {n} min: {percent} % of the region's streets, about {people} people</source>
   <translation>{n} 分钟内：覆盖本地区 {percent} % 的道路，约 {people} 人</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/lock/keeper.py" />
   <source>Without a PIN nobody could unlock the screen again: set one with Ctrl+Shift+O first.</source>
   <translation>没有 PIN 就没人能再解锁屏幕：请先按 Ctrl+Shift+O 设置 PIN。</translation>
  </message>
  <message>
   <location filename="../../commandcenter/hub/serve.py" />
   <source>Without certificates a hub listens on this computer only: {host} is open to others. Run “commandcenter hub init” first.</source>
   <translation>没有证书时，汇聚站只在本机监听：{host} 对其他计算机开放。请先运行“commandcenter hub init”。</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/supplies/plan.py" />
   <source>Work out a plan first.</source>
   <translation>请先制定计划。</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/statistics/tables.py" />
   <source>Working out the figures</source>
   <translation>正在计算数据</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/queue/surge.py" />
   <source>Working out the plan …</source>
   <translation>正在制定计划……</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/supplies/plan.py" />
   <source>Working out the plan: {stage}, {percent} %</source>
   <translation>正在制定计划：{stage}，{percent} %</translation>
  </message>
  <message>
   <location filename="../../commandcenter/dispatch/explain.py" />
   <source>Would be there in {eta}, {km} km, but all that is needed comes without it.</source>
   <translation>可在 {eta} 内到达，{km} 公里，但没有它也已满足全部需要。</translation>
  </message>
  <message>
   <location filename="../../commandcenter/dispatch/explain.py" />
   <source>Would be there in {eta}, {km} km; that gains too little to take it off incident {number}: {other} takes {eta2}.</source>
   <translation>{eta} 可到达，{km} 公里；但从事件 {number} 调离它收益太小：{other} 需 {eta2}。</translation>
  </message>
  <message>
   <location filename="../../commandcenter/exercise/further.py" />
   <source>Write a further effect as kind key=value key=value, those with blanks in quotation marks.</source>
   <translation>其他效果请写成：种类 键=值 键=值，含空格的值加引号。</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/command_line/verbs.py" />
   <source>Write a line into the log</source>
   <translation>在日志中写一行</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/field/receiver.py" />
   <source>Write address and port of the receiver, e.g. 192.168.1.5:10110.</source>
   <translation>请写接收机的地址和端口，例如 192.168.1.5:10110。</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/command_line/verbs.py" />
   <source>Write down a unit's answer to its last order: ok, done, or no and why</source>
   <translation>记录单元对最近命令的答复：“ok”“done”，或“no”及原因</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/supplies/partners.py" />
   <source>Write down one item after the other.</source>
   <translation>请逐项记录。</translation>
  </message>
  <message>
   <location filename="../../commandcenter/exercise/msel.py" />
   <source>Write how long after the inject, like M+5.</source>
   <translation>请写明注入后的时长，例如 M+5。</translation>
  </message>
  <message>
   <location filename="../../commandcenter/exercise/msel.py" />
   <source>Write key=value; key=value.</source>
   <translation>请写成 key=value; key=value。</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/reach/isochrones.py" />
   <source>Write one to three times in minutes, e.g. 4 8 12; at most {most}.</source>
   <translation>请填写一至三个分钟数，例如 4 8 12；最多 {most}。</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/search/rating.py" />
   <source>Write the planner's name beside the weights.</source>
   <translation>请在权重旁填写评估人姓名。</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/alarms/panel.py" />
   <source>Write the reason into the line first.</source>
   <translation>请先在输入行写明原因。</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/closures/form.py" />
   <source>Write the street, or “Mill Lane from Castle Hill to Harbour Road”; Enter shows what closes.</source>
   <translation>输入街名，或“磨坊巷 从 城堡山 到 港口路”；Enter 显示将封闭的路段。</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/command_line/verbs.py" />
   <source>Write to units, a group, an incident or all; “=recall” is a template</source>
   <translation>写给单元、群组、事件或全体；“=recall”是模板</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/messages/compose.py" />
   <source>Write what you want to say, or attach a file.</source>
   <translation>请写下内容，或附上文件。</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/field/acts.py" />
   <source>Write why into the line below, then tap “Cannot” again.</source>
   <translation>请在下方写明原因，再点“无法执行”。</translation>
  </message>
  <message>
   <location filename="../../commandcenter/exercise/msel.py" />
   <source>Write “fired 3”, “after 3” or “missing 3”, with the number of another inject.</source>
   <translation>请写成“fired 3”“after 3”或“missing 3”，数字为另一条注入的编号。</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/statistics/tables.py" />
   <source>Writing the figures</source>
   <translation>正在写入数据</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/orders/panel.py" />
   <source>Written down: {callsign}</source>
   <translation>已记录：{callsign}</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/identity/paper.py" />
   <source>Written into {file}</source>
   <translation>已写入 {file}</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/identity/recovery_page.py" />
   <source>Written into {file}. Print it, delete the file, and put the paper into a safe.</source>
   <translation>已写入 {file}。请打印后删除该文件，并把凭证放入保险柜。</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/data/checkpoints_page.py" />
   <source>Written to {file}</source>
   <translation>已写入 {file}</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/recommend/panel.py" />
   <source>You chose otherwise than recommended: say why, then Enter</source>
   <translation>您的选择与推荐不同：请说明原因，然后按 Enter</translation>
  </message>
  <message>
   <location filename="../../commandcenter/picture/rights.py" />
   <source>You have been granted no role in this operation yet. A supervisor can do that under “People and devices”.</source>
   <translation>您在此行动中还没有被授予角色。主管可在“人员与设备”中授予。</translation>
  </message>
  <message>
   <location filename="../../commandcenter/exercise/validate.py" />
   <source>a callsign</source>
   <translation>呼号</translation>
  </message>
  <message>
   <location filename="../../commandcenter/resources/messages.py" />
   <source>a curly bracket stands alone; write {{ and }} for the signs themselves</source>
   <translation>有单独的花括号；若需该符号请写 {{ 和 }}</translation>
  </message>
  <message>
   <location filename="../../commandcenter/exercise/validate.py" />
   <source>a place</source>
   <translation>地点</translation>
  </message>
  <message>
   <location filename="../../commandcenter/resources/areas.py" />
   <source>a polygon needs three corners</source>
   <translation>多边形至少需要三个角点</translation>
  </message>
  <message>
   <location filename="../../commandcenter/exercise/validate.py" />
   <source>a priority, as priority=1</source>
   <translation>优先级（如 priority=1）</translation>
  </message>
  <message>
   <location filename="../../commandcenter/resources/questions.py" />
   <source>a question needs two answers or more</source>
   <translation>一个问题至少要有两个答案</translation>
  </message>
  <message>
   <location filename="../../commandcenter/resources/areas.py" />
   <source>a radius must be above 0 and at most {most} m</source>
   <translation>半径必须大于 0 且不超过 {most} 米</translation>
  </message>
  <message>
   <location filename="../../commandcenter/log/verify.py" />
   <source>a row before it is missing</source>
   <translation>缺少其之前的一行</translation>
  </message>
  <message>
   <location filename="../../commandcenter/dispatch/automatic.py" />
   <source>a rule refused it</source>
   <translation>被规则拒绝</translation>
  </message>
  <message>
   <location filename="../../commandcenter/dispatch/automatic.py" />
   <source>a unit would be taken off another incident</source>
   <translation>将从另一事件调离单元</translation>
  </message>
  <message>
   <location filename="../../commandcenter/resources/tables.py" />
   <source>a value is missing</source>
   <translation>缺少一个值</translation>
  </message>
  <message>
   <location filename="../../commandcenter/resources/tables.py" />
   <source>a whole number</source>
   <translation>整数</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/i18n/closed_words.py" />
   <source>accepted</source>
   <translation>已接受</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/command_line/duty.py" />
   <source>accepts</source>
   <translation>接受</translation>
  </message>
  <message>
   <location filename="../../commandcenter/model/rights.py" />
   <source>add and change hospitals and shelters</source>
   <translation>添加和更改医院与避难所</translation>
  </message>
  <message>
   <location filename="../../commandcenter/model/rights.py" />
   <source>add and change stations and units</source>
   <translation>添加和更改站点与单元</translation>
  </message>
  <message>
   <location filename="../../commandcenter/model/rights.py" />
   <source>add partners and answer offers</source>
   <translation>添加合作单位并答复支援</translation>
  </message>
  <message>
   <location filename="../../commandcenter/resources/policy.py" />
   <source>after_s must name incident types with seconds</source>
   <translation>after_s 须列出事件类型及其秒数</translation>
  </message>
  <message>
   <location filename="../../commandcenter/dispatch/handlers/partners.py" />
   <source>agency</source>
   <translation>机构</translation>
  </message>
  <message>
   <location filename="../../commandcenter/resources/plans.py" />
   <source>an alarm level needs no unit at all</source>
   <translation>某警报等级不需要任何单元</translation>
  </message>
  <message>
   <location filename="../../commandcenter/resources/questions.py" />
   <source>an answer needs code, en and zh</source>
   <translation>答案需有 code、en 和 zh</translation>
  </message>
  <message>
   <location filename="../../commandcenter/resources/questions.py" />
   <source>an answer with a priority from 1 to 5 says why, in why_en and why_zh</source>
   <translation>带优先级（1至5）的答案须在 why_en 和 why_zh 中说明原因</translation>
  </message>
  <message>
   <location filename="../../commandcenter/resources/areas.py" />
   <source>an area needs a polygon or circles</source>
   <translation>区域需要多边形或圆</translation>
  </message>
  <message>
   <location filename="../../commandcenter/exercise/validate.py" />
   <source>an incident, as incident=3</source>
   <translation>事件（如 incident=3）</translation>
  </message>
  <message>
   <location filename="../../commandcenter/app/gps.py" />
   <source>another program holds the line</source>
   <translation>该线路被其他程序占用</translation>
  </message>
  <message>
   <location filename="../../commandcenter/model/rights.py" />
   <source>answer orders</source>
   <translation>答复命令</translation>
  </message>
  <message>
   <location filename="../../commandcenter/exercise/controls.py" />
   <source>answered the call of inject {number}</source>
   <translation>接听了注入{number}的来电</translation>
  </message>
  <message>
   <location filename="../../commandcenter/sync/archive.py" />
   <source>archive</source>
   <translation>归档</translation>
  </message>
  <message>
   <location filename="../../commandcenter/resources/plan_rules.py" />
   <source>area</source>
   <translation>区域</translation>
  </message>
  <message>
   <location filename="../../commandcenter/geo/importing/stream.py" />
   <source>areas</source>
   <translation>面状要素</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/command_line/goods_lines.py" />
   <source>arrived</source>
   <translation>已到达</translation>
  </message>
  <message>
   <location filename="../../commandcenter/dispatch/handlers/transfers.py" />
   <source>asked for</source>
   <translation>已申请</translation>
  </message>
  <message>
   <location filename="../../commandcenter/exercise/hindsight.py" />
   <source>asking the engine again</source>
   <translation>正在重新询问引擎</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/i18n/closed_words.py" />
   <source>at facility</source>
   <translation>到院</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/i18n/closed_words.py" />
   <source>available</source>
   <translation>待命</translation>
  </message>
  <message>
   <location filename="../../commandcenter/app/cli/stock.py" />
   <source>bag</source>
   <translation>袋</translation>
  </message>
  <message>
   <location filename="../../commandcenter/resources/vehicles.py" />
   <source>barrier</source>
   <translation>路障</translation>
  </message>
  <message>
   <location filename="../../commandcenter/model/rights.py" />
   <source>begin an operation</source>
   <translation>开始行动</translation>
  </message>
  <message>
   <location filename="../../commandcenter/geo/training/generate.py" />
   <source>buildings</source>
   <translation>建筑</translation>
  </message>
  <message>
   <location filename="../../commandcenter/dispatch/phrases.py" />
   <source>by the rule “{rule}”</source>
   <translation>依据规则“{rule}”</translation>
  </message>
  <message>
   <location filename="../../commandcenter/dispatch/phrases.py" />
   <source>by the rule “{rule}” in {area}</source>
   <translation>依据规则“{rule}”，位于{area}</translation>
  </message>
  <message>
   <location filename="../../commandcenter/resources/watch.py" />
   <source>by_status stands at contact_late only, a table of statuses with their times</source>
   <translation>by_status 只用于 contact_late：状态及其时间的表</translation>
  </message>
  <message>
   <location filename="../../commandcenter/dispatch/handlers/care.py" />
   <source>called off</source>
   <translation>已取消</translation>
  </message>
  <message>
   <location filename="../../commandcenter/exercise/column_words.py" />
   <source>callsign</source>
   <translation>呼号</translation>
  </message>
  <message>
   <location filename="../../commandcenter/app/cli/stock.py" />
   <source>can</source>
   <translation>桶</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/i18n/closed_words.py" />
   <source>cancelled</source>
   <translation>已取消</translation>
  </message>
  <message>
   <location filename="../../commandcenter/resources/catalogue.py" />
   <source>capability</source>
   <translation>能力</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/i18n/closed_words.py" />
   <source>carried out</source>
   <translation>已完成</translation>
  </message>
  <message>
   <location filename="../../commandcenter/model/rights.py" />
   <source>change incidents</source>
   <translation>更改事件</translation>
  </message>
  <message>
   <location filename="../../commandcenter/model/rights.py" />
   <source>change policies</source>
   <translation>修改策略</translation>
  </message>
  <message>
   <location filename="../../commandcenter/dispatch/handlers/partners.py" />
   <source>charity</source>
   <translation>慈善组织</translation>
  </message>
  <message>
   <location filename="../../commandcenter/geo/importing/source.py" />
   <source>check</source>
   <translation>检查</translation>
  </message>
  <message>
   <location filename="../../commandcenter/resources/vehicles.py" />
   <source>class of road</source>
   <translation>道路等级</translation>
  </message>
  <message>
   <location filename="../../commandcenter/model/rights.py" />
   <source>close and open roads</source>
   <translation>封闭和开放道路</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/i18n/closed_words.py" />
   <source>closed</source>
   <translation>已结束</translation>
  </message>
  <message>
   <location filename="../../commandcenter/dispatch/handlers/partners.py" />
   <source>company</source>
   <translation>企业</translation>
  </message>
  <message>
   <location filename="../../commandcenter/model/rights.py" />
   <source>continue as a new device</source>
   <translation>以新设备继续</translation>
  </message>
  <message>
   <location filename="../../commandcenter/geo/pack.py" />
   <source>copy</source>
   <translation>复制</translation>
  </message>
  <message>
   <location filename="../../commandcenter/resources/plan_rules.py" />
   <source>day</source>
   <translation>星期</translation>
  </message>
  <message>
   <location filename="../../commandcenter/exercise/column_words.py" />
   <source>deadline</source>
   <translation>期限</translation>
  </message>
  <message>
   <location filename="../../commandcenter/model/rights.py" />
   <source>decide what partners get</source>
   <translation>决定合作单位可获得的内容</translation>
  </message>
  <message>
   <location filename="../../commandcenter/dispatch/handlers/transfers.py" />
   <source>declined</source>
   <translation>已拒绝</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/field/nearest.py" />
   <source>depot</source>
   <translation>仓库</translation>
  </message>
  <message>
   <location filename="../../commandcenter/dispatch/automatic.py" />
   <source>desks disagree about it</source>
   <translation>各席位对其意见不一</translation>
  </message>
  <message>
   <location filename="../../commandcenter/exercise/column_words.py" />
   <source>details</source>
   <translation>细节</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/i18n/closed_words.py" />
   <source>dispatched</source>
   <translation>已派出</translation>
  </message>
  <message>
   <location filename="../../commandcenter/model/rights.py" />
   <source>dispatcher</source>
   <translation>调度员</translation>
  </message>
  <message>
   <location filename="../../commandcenter/model/rights.py" />
   <source>divide stock among desks</source>
   <translation>在席位间分配库存</translation>
  </message>
  <message>
   <location filename="../../commandcenter/model/rights.py" />
   <source>draw on the map</source>
   <translation>在地图上标绘</translation>
  </message>
  <message>
   <location filename="../../commandcenter/resources/plans.py" />
   <source>each alarm level must begin with a line [[plan.level]]</source>
   <translation>每个警报等级必须以一行 [[plan.level]] 开头</translation>
  </message>
  <message>
   <location filename="../../commandcenter/dispatch/turn_list.py" />
   <source>east</source>
   <translation>东</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/i18n/closed_words.py" />
   <source>en route</source>
   <translation>途中</translation>
  </message>
  <message>
   <location filename="../../commandcenter/model/rights.py" />
   <source>end an operation</source>
   <translation>结束行动</translation>
  </message>
  <message>
   <location filename="../../commandcenter/model/rights.py" />
   <source>enter late what has happened</source>
   <translation>补录已发生的事</translation>
  </message>
  <message>
   <location filename="../../commandcenter/model/rights.py" />
   <source>erase personal data</source>
   <translation>清除个人数据</translation>
  </message>
  <message>
   <location filename="../../commandcenter/model/rights.py" />
   <source>evaluator</source>
   <translation>评估员</translation>
  </message>
  <message>
   <location filename="../../commandcenter/app/cli/exercise.py" />
   <source>exercise</source>
   <translation>演练</translation>
  </message>
  <message>
   <location filename="../../commandcenter/exercise/column_words.py" />
   <source>expected response</source>
   <translation>预期响应</translation>
  </message>
  <message>
   <location filename="../../commandcenter/geo/facilities.py" />
   <source>facilities</source>
   <translation>设施</translation>
  </message>
  <message>
   <location filename="../../commandcenter/model/rights.py" />
   <source>field commander</source>
   <translation>现场指挥员</translation>
  </message>
  <message>
   <location filename="../../commandcenter/exercise/injects.py" />
   <source>fulfilled</source>
   <translation>完成</translation>
  </message>
  <message>
   <location filename="../../commandcenter/exercise/injects.py" />
   <source>fulfilled late</source>
   <translation>过迟完成</translation>
  </message>
  <message>
   <location filename="../../commandcenter/exercise/column_words.py" />
   <source>further effects</source>
   <translation>其他效果</translation>
  </message>
  <message>
   <location filename="../../commandcenter/model/rights.py" />
   <source>give orders</source>
   <translation>下达命令</translation>
  </message>
  <message>
   <location filename="../../commandcenter/model/rights.py" />
   <source>give out rights and enrol devices</source>
   <translation>授予权限和登记设备</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/i18n/closed_words.py" />
   <source>given up</source>
   <translation>已放弃</translation>
  </message>
  <message>
   <location filename="../../commandcenter/app/cli/stock.py" />
   <source>goal: {goal}; {minutes} min of driving, there and back</source>
   <translation>目标：{goal}；往返行车共 {minutes} 分钟</translation>
  </message>
  <message>
   <location filename="../../commandcenter/geo/positioning/trial.py" />
   <source>gpsd runs, but it has no receiver: is one plugged in?</source>
   <translation>gpsd 正在运行，但没有接收机：是否已插上？</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/command_line/duty.py" />
   <source>has carried out</source>
   <translation>已完成</translation>
  </message>
  <message>
   <location filename="../../commandcenter/dispatch/handlers/drawings.py" />
   <source>hazard</source>
   <translation>危险源</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/field/nearest.py" />
   <source>hospital</source>
   <translation>医院</translation>
  </message>
  <message>
   <location filename="../../commandcenter/resources/logistics.py" />
   <source>hospital or shelter</source>
   <translation>医院或安置点</translation>
  </message>
  <message>
   <location filename="../../commandcenter/exercise/column_words.py" />
   <source>incident type</source>
   <translation>事件类型</translation>
  </message>
  <message>
   <location filename="../../commandcenter/log/verify.py" />
   <source>it belongs to another operation</source>
   <translation>属于另一行动</translation>
  </message>
  <message>
   <location filename="../../commandcenter/log/verify.py" />
   <source>it is a first entry but names one before it</source>
   <translation>它是首个条目却引用了之前的条目</translation>
  </message>
  <message>
   <location filename="../../commandcenter/log/verify.py" />
   <source>it is filed under another device or number</source>
   <translation>它归在另一设备或编号之下</translation>
  </message>
  <message>
   <location filename="../../commandcenter/log/verify.py" />
   <source>it is here twice</source>
   <translation>它出现了两次</translation>
  </message>
  <message>
   <location filename="../../commandcenter/dispatch/automatic.py" />
   <source>it may be the same as another incident</source>
   <translation>可能与另一事件相同</translation>
  </message>
  <message>
   <location filename="../../commandcenter/dispatch/changes.py" />
   <source>it now fills another slot.</source>
   <translation>它现承担另一席位。</translation>
  </message>
  <message>
   <location filename="../../commandcenter/log/verify.py" />
   <source>it supersedes an entry that is missing</source>
   <translation>它取代的条目缺失</translation>
  </message>
  <message>
   <location filename="../../commandcenter/picture/rights.py" />
   <source>it touches what such an entry may not touch</source>
   <translation>它涉及此类记录不得涉及的内容</translation>
  </message>
  <message>
   <location filename="../../commandcenter/resources/logistics.py" />
   <source>item</source>
   <translation>物资</translation>
  </message>
  <message>
   <location filename="../../commandcenter/picture/rights.py" />
   <source>its author has no grant</source>
   <translation>其作者没有授权</translation>
  </message>
  <message>
   <location filename="../../commandcenter/log/verify.py" />
   <source>its header does not have its id</source>
   <translation>其头部与编号不符</translation>
  </message>
  <message>
   <location filename="../../commandcenter/log/verify.py" />
   <source>its place on the disk is damaged</source>
   <translation>其在磁盘上的位置已损坏</translation>
  </message>
  <message>
   <location filename="../../commandcenter/picture/rights.py" />
   <source>its recovery code does not fit, or a later recovery did not know of it</source>
   <translation>其恢复码不符，或后来的权限收回并不知道它</translation>
  </message>
  <message>
   <location filename="../../commandcenter/log/verify.py" />
   <source>its signature is not of the device that it names</source>
   <translation>其签名不属于所称设备</translation>
  </message>
  <message>
   <location filename="../../commandcenter/geo/training/generate.py" />
   <source>junctions</source>
   <translation>路口</translation>
  </message>
  <message>
   <location filename="../../commandcenter/exercise/column_words.py" />
   <source>kind</source>
   <translation>种类</translation>
  </message>
  <message>
   <location filename="../../commandcenter/resources/watch.py" />
   <source>kind of alarm</source>
   <translation>告警种类</translation>
  </message>
  <message>
   <location filename="../../commandcenter/resources/data_classes.py" />
   <source>kind of entry</source>
   <translation>记录种类</translation>
  </message>
  <message>
   <location filename="../../commandcenter/resources/logistics.py" />
   <source>kind of unit</source>
   <translation>单元类型</translation>
  </message>
  <message>
   <location filename="../../commandcenter/geo/training/generate.py" />
   <source>land</source>
   <translation>地形</translation>
  </message>
  <message>
   <location filename="../../commandcenter/geo/training/generate.py" />
   <source>land cover</source>
   <translation>地表覆盖</translation>
  </message>
  <message>
   <location filename="../../commandcenter/model/rights.py" />
   <source>lead a crew in the field</source>
   <translation>在现场带领班组</translation>
  </message>
  <message>
   <location filename="../../commandcenter/model/rights.py" />
   <source>lead searches</source>
   <translation>组织搜寻</translation>
  </message>
  <message>
   <location filename="../../commandcenter/app/cli/stock.py" />
   <source>least driving</source>
   <translation>行驶最少</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/command_line/goods_lines.py" />
   <source>left</source>
   <translation>已离开</translation>
  </message>
  <message>
   <location filename="../../commandcenter/exercise/controls.py" />
   <source>left inject {number} out</source>
   <translation>跳过了注入 {number}</translation>
  </message>
  <message>
   <location filename="../../commandcenter/exercise/injects.py" />
   <source>left out</source>
   <translation>已略过</translation>
  </message>
  <message>
   <location filename="../../commandcenter/exercise/controls.py" />
   <source>let inject {number} happen</source>
   <translation>让注入 {number} 立即发生</translation>
  </message>
  <message>
   <location filename="../../commandcenter/exercise/controls.py" />
   <source>let time run</source>
   <translation>让时间继续</translation>
  </message>
  <message>
   <location filename="../../commandcenter/model/rights.py" />
   <source>logistics</source>
   <translation>后勤</translation>
  </message>
  <message>
   <location filename="../../commandcenter/model/rights.py" />
   <source>look after the safety of crews</source>
   <translation>负责队员安全</translation>
  </message>
  <message>
   <location filename="../../commandcenter/model/rights.py" />
   <source>make groups</source>
   <translation>设定群组</translation>
  </message>
  <message>
   <location filename="../../commandcenter/model/rights.py" />
   <source>make offers</source>
   <translation>提供支援</translation>
  </message>
  <message>
   <location filename="../../commandcenter/model/rights.py" />
   <source>manage depots and stock</source>
   <translation>管理仓库与库存</translation>
  </message>
  <message>
   <location filename="../../commandcenter/exercise/column_words.py" />
   <source>match rule</source>
   <translation>匹配规则</translation>
  </message>
  <message>
   <location filename="../../commandcenter/model/rights.py" />
   <source>merge incidents</source>
   <translation>合并事件</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/i18n/closed_words.py" />
   <source>merged</source>
   <translation>已合并</translation>
  </message>
  <message>
   <location filename="../../commandcenter/exercise/injects.py" />
   <source>missed</source>
   <translation>未完成</translation>
  </message>
  <message>
   <location filename="../../commandcenter/app/cli/recommend_lines.py" />
   <source>move for coverage</source>
   <translation>覆盖前移</translation>
  </message>
  <message>
   <location filename="../../commandcenter/model/rights.py" />
   <source>move units up for coverage</source>
   <translation>为保障覆盖调动单元</translation>
  </message>
  <message>
   <location filename="../../commandcenter/resources/status.py" />
   <source>no steps lead from “{status}” back to available</source>
   <translation>没有步骤能从“{status}”回到待命</translation>
  </message>
  <message>
   <location filename="../../commandcenter/resources/status.py" />
   <source>no steps lead from “{status}” to an end</source>
   <translation>没有步骤能从“{status}”走到结束</translation>
  </message>
  <message>
   <location filename="../../commandcenter/dispatch/changes.py" />
   <source>no unit can take it</source>
   <translation>没有单元可承担</translation>
  </message>
  <message>
   <location filename="../../commandcenter/dispatch/automatic.py" />
   <source>nobody can be recommended</source>
   <translation>没有可推荐的单元</translation>
  </message>
  <message>
   <location filename="../../commandcenter/picture/rights.py" />
   <source>nobody had been granted anything yet</source>
   <translation>当时尚未授予任何人权限</translation>
  </message>
  <message>
   <location filename="../../commandcenter/log/verify.py" />
   <source>nobody has introduced the device that it names</source>
   <translation>所称设备未被引入</translation>
  </message>
  <message>
   <location filename="../../commandcenter/app/gps.py" />
   <source>nobody listens at this address and port</source>
   <translation>该地址和端口无人监听</translation>
  </message>
  <message>
   <location filename="../../commandcenter/dispatch/turn_list.py" />
   <source>north</source>
   <translation>北</translation>
  </message>
  <message>
   <location filename="../../commandcenter/dispatch/turn_list.py" />
   <source>north-east</source>
   <translation>东北</translation>
  </message>
  <message>
   <location filename="../../commandcenter/dispatch/turn_list.py" />
   <source>north-west</source>
   <translation>西北</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/command_line/goods_lines.py" />
   <source>not coming</source>
   <translation>不来了</translation>
  </message>
  <message>
   <location filename="../../commandcenter/log/verify.py" />
   <source>not in the form it was signed in: {detail}</source>
   <translation>与签名时的形式不符：{detail}</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/i18n/closed_words.py" />
   <source>not reached</source>
   <translation>未接通</translation>
  </message>
  <message>
   <location filename="../../commandcenter/model/rights.py" />
   <source>note who looked at personal data</source>
   <translation>记录谁查阅了个人数据</translation>
  </message>
  <message>
   <location filename="../../commandcenter/exercise/column_words.py" />
   <source>number</source>
   <translation>编号</translation>
  </message>
  <message>
   <location filename="../../commandcenter/exercise/column_words.py" />
   <source>objective</source>
   <translation>目标</translation>
  </message>
  <message>
   <location filename="../../commandcenter/model/rights.py" />
   <source>observer</source>
   <translation>观察员</translation>
  </message>
  <message>
   <location filename="../../commandcenter/dispatch/handlers/transfers.py" />
   <source>on its way</source>
   <translation>在途</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/i18n/closed_words.py" />
   <source>on scene</source>
   <translation>到场</translation>
  </message>
  <message>
   <location filename="../../commandcenter/dispatch/handlers/care.py" />
   <source>on the way</source>
   <translation>途中</translation>
  </message>
  <message>
   <location filename="../../commandcenter/resources/catalogue.py" />
   <source>one of the four classes</source>
   <translation>四类之一</translation>
  </message>
  <message>
   <location filename="../../commandcenter/resources/data_classes.py" />
   <source>one of the sections op, pii and med</source>
   <translation>op、pii、med 三个部分之一</translation>
  </message>
  <message>
   <location filename="../../commandcenter/dispatch/fragility.py" />
   <source>one place on the way</source>
   <translation>途中一处</translation>
  </message>
  <message>
   <location filename="../../commandcenter/exercise/injects.py" />
   <source>one that could not happen</source>
   <translation>未能发生</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/i18n/closed_words.py" />
   <source>out of service</source>
   <translation>停用</translation>
  </message>
  <message>
   <location filename="../../commandcenter/exercise/injects.py" />
   <source>over</source>
   <translation>已发生</translation>
  </message>
  <message>
   <location filename="../../commandcenter/model/rights.py" />
   <source>partner</source>
   <translation>合作单位</translation>
  </message>
  <message>
   <location filename="../../commandcenter/app/cli/stock.py" />
   <source>pcs</source>
   <translation>件</translation>
  </message>
  <message>
   <location filename="../../commandcenter/exercise/column_words.py" />
   <source>place</source>
   <translation>地点</translation>
  </message>
  <message>
   <location filename="../../commandcenter/resources/logistics.py" />
   <source>places or service</source>
   <translation>床位或服务</translation>
  </message>
  <message>
   <location filename="../../commandcenter/exercise/injects.py" />
   <source>planned</source>
   <translation>未发生</translation>
  </message>
  <message>
   <location filename="../../commandcenter/resources/vehicles.py" />
   <source>policy</source>
   <translation>策略</translation>
  </message>
  <message>
   <location filename="../../commandcenter/model/rights.py" />
   <source>promise and deliver stock</source>
   <translation>承诺和交付物资</translation>
  </message>
  <message>
   <location filename="../../commandcenter/dispatch/handlers/transfers.py" />
   <source>promised</source>
   <translation>已预留</translation>
  </message>
  <message>
   <location filename="../../commandcenter/geo/training/generate.py" />
   <source>quarters</source>
   <translation>街区</translation>
  </message>
  <message>
   <location filename="../../commandcenter/model/rights.py" />
   <source>rate an exercise</source>
   <translation>评估演练</translation>
  </message>
  <message>
   <location filename="../../commandcenter/picture/rights.py" />
   <source>ratified</source>
   <translation>已追认</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/i18n/closed_words.py" />
   <source>reached</source>
   <translation>已接通</translation>
  </message>
  <message>
   <location filename="../../commandcenter/geo/importing/stream.py" />
   <source>read</source>
   <translation>读取</translation>
  </message>
  <message>
   <location filename="../../commandcenter/app/own_log.py" />
   <source>reading the command log</source>
   <translation>正在读取指挥日志</translation>
  </message>
  <message>
   <location filename="../../commandcenter/app/stick.py" />
   <source>reading the stick</source>
   <translation>正在读取 U 盘</translation>
  </message>
  <message>
   <location filename="../../commandcenter/dispatch/handlers/transfers.py" />
   <source>received</source>
   <translation>已签收</translation>
  </message>
  <message>
   <location filename="../../commandcenter/model/rights.py" />
   <source>recover the rights of an operation</source>
   <translation>收回行动的权限</translation>
  </message>
  <message>
   <location filename="../../commandcenter/hub/refusals.py" />
   <source>recoveries with codes that do not fit came from devices that are not enrolled; a supervisor enrols this one first, under “People and devices”</source>
   <translation>未登记的设备发来了恢复码不符的恢复记录；请先由主管在“人员与设备”中登记此设备</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/i18n/closed_words.py" />
   <source>refused</source>
   <translation>已拒绝</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/command_line/duty.py" />
   <source>refuses</source>
   <translation>拒绝</translation>
  </message>
  <message>
   <location filename="../../commandcenter/geo/importing/stream.py" />
   <source>relations</source>
   <translation>关系</translation>
  </message>
  <message>
   <location filename="../../commandcenter/dispatch/handlers/care.py" />
   <source>released</source>
   <translation>已离开</translation>
  </message>
  <message>
   <location filename="../../commandcenter/model/rights.py" />
   <source>remove attachments</source>
   <translation>移除附件</translation>
  </message>
  <message>
   <location filename="../../commandcenter/app/cli/exercise.py" />
   <source>replay</source>
   <translation>回放</translation>
  </message>
  <message>
   <location filename="../../commandcenter/model/rights.py" />
   <source>report and reserve places in hospitals and shelters</source>
   <translation>报告和预留医院与避难所的床位</translation>
  </message>
  <message>
   <location filename="../../commandcenter/model/rights.py" />
   <source>report the status of units</source>
   <translation>报告单元状态</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/i18n/closed_words.py" />
   <source>reported</source>
   <translation>已接报</translation>
  </message>
  <message>
   <location filename="../../commandcenter/resources/catalogue.py" />
   <source>response plan</source>
   <translation>预案</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/i18n/closed_words.py" />
   <source>returning</source>
   <translation>返回</translation>
  </message>
  <message>
   <location filename="../../commandcenter/geo/roads/build.py" />
   <source>roads</source>
   <translation>道路</translation>
  </message>
  <message>
   <location filename="../../commandcenter/resources/data_classes.py" />
   <source>role</source>
   <translation>角色</translation>
  </message>
  <message>
   <location filename="../../commandcenter/geo/importing/region.py" />
   <source>save</source>
   <translation>保存</translation>
  </message>
  <message>
   <location filename="../../commandcenter/model/rights.py" />
   <source>say that messages were read</source>
   <translation>标记消息为已读</translation>
  </message>
  <message>
   <location filename="../../commandcenter/exercise/column_words.py" />
   <source>scenario time</source>
   <translation>场景时间</translation>
  </message>
  <message>
   <location filename="../../commandcenter/exercise/column_words.py" />
   <source>score weight</source>
   <translation>权重</translation>
  </message>
  <message>
   <location filename="../../commandcenter/geo/gazetteer/build.py" />
   <source>search</source>
   <translation>搜索索引</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/i18n/closed_words.py" />
   <source>seen</source>
   <translation>已读</translation>
  </message>
  <message>
   <location filename="../../commandcenter/model/rights.py" />
   <source>send and release units</source>
   <translation>派遣和撤回单元</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/i18n/closed_words.py" />
   <source>sent</source>
   <translation>已发送</translation>
  </message>
  <message>
   <location filename="../../commandcenter/model/rights.py" />
   <source>set an exercise's clock</source>
   <translation>设置演练时钟</translation>
  </message>
  <message>
   <location filename="../../commandcenter/resources/vehicles.py" />
   <source>set of speeds</source>
   <translation>速度组</translation>
  </message>
  <message>
   <location filename="../../commandcenter/exercise/controls.py" />
   <source>set the speed to ×{times:g}</source>
   <translation>把速度设为 ×{times:g}</translation>
  </message>
  <message>
   <location filename="../../commandcenter/model/rights.py" />
   <source>set timers and answer alarms</source>
   <translation>设置定时并应答告警</translation>
  </message>
  <message>
   <location filename="../../commandcenter/model/rights.py" />
   <source>settle conflicts</source>
   <translation>裁定冲突</translation>
  </message>
  <message>
   <location filename="../../commandcenter/hub/refusals.py" />
   <source>show the certificate of this device; it gets one by joining the hub</source>
   <translation>请出示此设备的证书；加入汇聚站即可获得</translation>
  </message>
  <message>
   <location filename="../../commandcenter/model/rights.py" />
   <source>sign in</source>
   <translation>登录</translation>
  </message>
  <message>
   <location filename="../../commandcenter/app/cli/stock.py" />
   <source>soonest arrival</source>
   <translation>最早送达</translation>
  </message>
  <message>
   <location filename="../../commandcenter/dispatch/turn_list.py" />
   <source>south</source>
   <translation>南</translation>
  </message>
  <message>
   <location filename="../../commandcenter/dispatch/turn_list.py" />
   <source>south-east</source>
   <translation>东南</translation>
  </message>
  <message>
   <location filename="../../commandcenter/dispatch/turn_list.py" />
   <source>south-west</source>
   <translation>西南</translation>
  </message>
  <message>
   <location filename="../../commandcenter/geo/roads/network.py" />
   <source>stands</source>
   <translation>出发点</translation>
  </message>
  <message>
   <location filename="../../commandcenter/resources/status.py" />
   <source>status</source>
   <translation>状态</translation>
  </message>
  <message>
   <location filename="../../commandcenter/exercise/controls.py" />
   <source>stopped time</source>
   <translation>停住了时间</translation>
  </message>
  <message>
   <location filename="../../commandcenter/geo/training/generate.py" />
   <source>streets</source>
   <translation>街道</translation>
  </message>
  <message>
   <location filename="../../commandcenter/model/rights.py" />
   <source>supervisor</source>
   <translation>主管</translation>
  </message>
  <message>
   <location filename="../../commandcenter/resources/plans.py" />
   <source>supply item</source>
   <translation>物资</translation>
  </message>
  <message>
   <location filename="../../commandcenter/exercise/column_words.py" />
   <source>synopsis</source>
   <translation>梗概</translation>
  </message>
  <message>
   <location filename="../../commandcenter/model/rights.py" />
   <source>take back what was done</source>
   <translation>撤销已做的操作</translation>
  </message>
  <message>
   <location filename="../../commandcenter/model/rights.py" />
   <source>take calls and report incidents</source>
   <translation>接警和上报事件</translation>
  </message>
  <message>
   <location filename="../../commandcenter/app/exercise_store.py" />
   <source>taking the exercise up again</source>
   <translation>正在恢复演练</translation>
  </message>
  <message>
   <location filename="../../commandcenter/exercise/trial.py" />
   <source>test-run</source>
   <translation>试运行</translation>
  </message>
  <message>
   <location filename="../../commandcenter/model/field_words.py" />
   <source>the address</source>
   <translation>地址</translation>
  </message>
  <message>
   <location filename="../../commandcenter/model/field_words.py" />
   <source>the alarm level</source>
   <translation>警报等级</translation>
  </message>
  <message>
   <location filename="../../commandcenter/picture/rights.py" />
   <source>the author had the right</source>
   <translation>作者有此权限</translation>
  </message>
  <message>
   <location filename="../../commandcenter/picture/rights.py" />
   <source>the author's role may not do this</source>
   <translation>作者的角色不得这样做</translation>
  </message>
  <message>
   <location filename="../../commandcenter/model/field_words.py" />
   <source>the call-back</source>
   <translation>回拨</translation>
  </message>
  <message>
   <location filename="../../commandcenter/model/field_words.py" />
   <source>the caller's answers</source>
   <translation>来电问答</translation>
  </message>
  <message>
   <location filename="../../commandcenter/model/field_words.py" />
   <source>the callsign</source>
   <translation>呼号</translation>
  </message>
  <message>
   <location filename="../../commandcenter/model/field_words.py" />
   <source>the capabilities</source>
   <translation>能力</translation>
  </message>
  <message>
   <location filename="../../commandcenter/model/field_words.py" />
   <source>the catalogue in force</source>
   <translation>现行目录</translation>
  </message>
  <message>
   <location filename="../../commandcenter/hub/refusals.py" />
   <source>the certificate of this device has ended; it renews itself while the desk is open</source>
   <translation>此设备的证书已到期；席位打开期间会自动更新</translation>
  </message>
  <message>
   <location filename="../../commandcenter/model/field_words.py" />
   <source>the crew</source>
   <translation>人数</translation>
  </message>
  <message>
   <location filename="../../commandcenter/picture/rights.py" />
   <source>the device is not enrolled for this role</source>
   <translation>设备没有为此角色登记</translation>
  </message>
  <message>
   <location filename="../../commandcenter/picture/rights.py" />
   <source>the device was revoked, and this was not known then</source>
   <translation>设备已被吊销，而当时尚不知道此记录</translation>
  </message>
  <message>
   <location filename="../../commandcenter/log/verify.py" />
   <source>the entry before it in its feed is another than the one it names</source>
   <translation>其前一条目与所引用的不同</translation>
  </message>
  <message>
   <location filename="../../commandcenter/log/verify.py" />
   <source>the entry before it in its feed is missing</source>
   <translation>缺少其前一条目</translation>
  </message>
  <message>
   <location filename="../../commandcenter/model/field_words.py" />
   <source>the grade</source>
   <translation>等级</translation>
  </message>
  <message>
   <location filename="../../commandcenter/picture/rights.py" />
   <source>the grant it names is not in force or has not come yet</source>
   <translation>所依据的授权无效或尚未到达</translation>
  </message>
  <message>
   <location filename="../../commandcenter/picture/rights.py" />
   <source>the grant was revoked, and this was not known then</source>
   <translation>授权已被收回，而当时尚不知道此记录</translation>
  </message>
  <message>
   <location filename="../../commandcenter/model/field_words.py" />
   <source>the incident</source>
   <translation>事件</translation>
  </message>
  <message>
   <location filename="../../commandcenter/model/field_words.py" />
   <source>the kind</source>
   <translation>种类</translation>
  </message>
  <message>
   <location filename="../../commandcenter/model/field_words.py" />
   <source>the lending organisation</source>
   <translation>借出机构</translation>
  </message>
  <message>
   <location filename="../../commandcenter/app/gps.py" />
   <source>the line does not take this speed</source>
   <translation>该线路不支持此波特率</translation>
  </message>
  <message>
   <location filename="../../commandcenter/model/field_words.py" />
   <source>the mayday</source>
   <translation>求救</translation>
  </message>
  <message>
   <location filename="../../commandcenter/model/field_words.py" />
   <source>the members</source>
   <translation>成员</translation>
  </message>
  <message>
   <location filename="../../commandcenter/model/field_words.py" />
   <source>the merging</source>
   <translation>合并</translation>
  </message>
  <message>
   <location filename="../../commandcenter/model/field_words.py" />
   <source>the name</source>
   <translation>名称</translation>
  </message>
  <message>
   <location filename="../../commandcenter/model/field_words.py" />
   <source>the place</source>
   <translation>位置</translation>
  </message>
  <message>
   <location filename="../../commandcenter/dispatch/automatic.py" />
   <source>the plan cannot be filled</source>
   <translation>预案无法满足</translation>
  </message>
  <message>
   <location filename="../../commandcenter/dispatch/automatic.py" />
   <source>the position of a unit is too old</source>
   <translation>有单元的位置已过时</translation>
  </message>
  <message>
   <location filename="../../commandcenter/model/field_words.py" />
   <source>the priority</source>
   <translation>优先级</translation>
  </message>
  <message>
   <location filename="../../commandcenter/app/gps.py" />
   <source>the receiver was pulled out</source>
   <translation>接收机已被拔出</translation>
  </message>
  <message>
   <location filename="../../commandcenter/model/field_words.py" />
   <source>the record</source>
   <translation>记录</translation>
  </message>
  <message>
   <location filename="../../commandcenter/model/field_words.py" />
   <source>the report</source>
   <translation>报告内容</translation>
  </message>
  <message>
   <location filename="../../commandcenter/dispatch/automatic.py" />
   <source>the screen was locked</source>
   <translation>屏幕已锁定</translation>
  </message>
  <message>
   <location filename="../../commandcenter/model/field_words.py" />
   <source>the services</source>
   <translation>服务</translation>
  </message>
  <message>
   <location filename="../../commandcenter/model/field_words.py" />
   <source>the shares</source>
   <translation>份额</translation>
  </message>
  <message>
   <location filename="../../commandcenter/model/field_words.py" />
   <source>the state</source>
   <translation>状态</translation>
  </message>
  <message>
   <location filename="../../commandcenter/model/field_words.py" />
   <source>the station</source>
   <translation>站点</translation>
  </message>
  <message>
   <location filename="../../commandcenter/model/field_words.py" />
   <source>the status</source>
   <translation>状态</translation>
  </message>
  <message>
   <location filename="../../commandcenter/model/field_words.py" />
   <source>the stock</source>
   <translation>库存</translation>
  </message>
  <message>
   <location filename="../../commandcenter/model/field_words.py" />
   <source>the type</source>
   <translation>类型</translation>
  </message>
  <message>
   <location filename="../../commandcenter/dispatch/handlers/care.py" />
   <source>there</source>
   <translation>已到达</translation>
  </message>
  <message>
   <location filename="../../commandcenter/resources/plans.py" />
   <source>there is no [[plan.level]]</source>
   <translation>没有 [[plan.level]]</translation>
  </message>
  <message>
   <location filename="../../commandcenter/resources/areas.py" />
   <source>there is no longitude {lon}, latitude {lat}</source>
   <translation>不存在经度 {lon}、纬度 {lat}</translation>
  </message>
  <message>
   <location filename="../../commandcenter/resources/messages.py" />
   <source>there is no place {place}</source>
   <translation>没有占位符 {place}</translation>
  </message>
  <message>
   <location filename="../../commandcenter/app/gps.py" />
   <source>there is no such line; is the receiver plugged in?</source>
   <translation>没有这条线路；接收机插上了吗？</translation>
  </message>
  <message>
   <location filename="../../commandcenter/resources/data_classes.py" />
   <source>there is no {what} “{value}”</source>
   <translation>没有{what}“{value}”</translation>
  </message>
  <message>
   <location filename="../../commandcenter/resources/plans.py" />
   <source>these plans are each like the next, in a circle: {plans}</source>
   <translation>这些预案相互套用，形成循环：{plans}</translation>
  </message>
  <message>
   <location filename="../../commandcenter/app/gps.py" />
   <source>this account may not read the line, or another program holds it (Linux: group dialout)</source>
   <translation>此账户无权读取该线路，或被其他程序占用（Linux：dialout 组）</translation>
  </message>
  <message>
   <location filename="../../commandcenter/app/gps.py" />
   <source>this address cannot be reached from here</source>
   <translation>从这里无法到达该地址</translation>
  </message>
  <message>
   <location filename="../../commandcenter/dispatch/automatic.py" />
   <source>this desk was not at work when it was due</source>
   <translation>到时本席位不在工作</translation>
  </message>
  <message>
   <location filename="../../commandcenter/hub/refusals.py" />
   <source>this device is not enrolled in this operation; a supervisor does that under “People and devices”</source>
   <translation>此设备尚未在此行动中登记；由主管在“人员与设备”中登记</translation>
  </message>
  <message>
   <location filename="../../commandcenter/hub/refusals.py" />
   <source>this device was revoked at this hub</source>
   <translation>此设备已在此汇聚站被吊销</translation>
  </message>
  <message>
   <location filename="../../commandcenter/hub/refusals.py" />
   <source>this device was revoked in this operation</source>
   <translation>此设备已在此行动中被吊销</translation>
  </message>
  <message>
   <location filename="../../commandcenter/hub/refusals.py" />
   <source>this hub is for exercises, the operation is live</source>
   <translation>此汇聚站用于演练，而该行动是实战</translation>
  </message>
  <message>
   <location filename="../../commandcenter/hub/refusals.py" />
   <source>this hub is for live work, the operation is an exercise</source>
   <translation>此汇聚站用于实战，而该行动是演练</translation>
  </message>
  <message>
   <location filename="../../commandcenter/hub/refusals.py" />
   <source>this is the certificate of another device</source>
   <translation>这是另一台设备的证书</translation>
  </message>
  <message>
   <location filename="../../commandcenter/hub/refusals.py" />
   <source>this join code is used up, too old or not of this hub, or the device was revoked; ask for a new code</source>
   <translation>此加入码已用完、已过期或不属于此汇聚站，或该设备已被吊销；请索取新的加入码</translation>
  </message>
  <message>
   <location filename="../../commandcenter/app/gps.py" />
   <source>this name is not known on the network</source>
   <translation>网络上没有这个名称</translation>
  </message>
  <message>
   <location filename="../../commandcenter/resources/plan_rules.py" />
   <source>this rule changes nothing</source>
   <translation>此规则不改变任何内容</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/i18n/closed_words.py" />
   <source>to be rung back</source>
   <translation>待回拨</translation>
  </message>
  <message>
   <location filename="../../commandcenter/exercise/controls.py" />
   <source>took the last change back</source>
   <translation>撤回了上一次更改</translation>
  </message>
  <message>
   <location filename="../../commandcenter/model/rights.py" />
   <source>trainer</source>
   <translation>教员</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/i18n/closed_words.py" />
   <source>transporting</source>
   <translation>转运</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/i18n/closed_words.py" />
   <source>triaged</source>
   <translation>已分级</translation>
  </message>
  <message>
   <location filename="../../commandcenter/exercise/column_words.py" />
   <source>trigger</source>
   <translation>触发条件</translation>
  </message>
  <message>
   <location filename="../../commandcenter/resources/questions.py" />
   <source>two answers have one code</source>
   <translation>两个答案代码相同</translation>
  </message>
  <message>
   <location filename="../../commandcenter/resources/watch.py" />
   <source>types must be a list of texts, e.g. ["fire", "hazmat"]</source>
   <translation>types 必须是文本列表，例如 ["fire", "hazmat"]</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/i18n/closed_words.py" />
   <source>under control</source>
   <translation>已控制</translation>
  </message>
  <message>
   <location filename="../../commandcenter/model/rights.py" />
   <source>use this command</source>
   <translation>使用此命令</translation>
  </message>
  <message>
   <location filename="../../commandcenter/resources/catalogue.py" />
   <source>vehicle profile</source>
   <translation>车型</translation>
  </message>
  <message>
   <location filename="../../commandcenter/app/integrity.py" />
   <source>verify</source>
   <translation>核验</translation>
  </message>
  <message>
   <location filename="../../commandcenter/picture/rights.py" />
   <source>voided</source>
   <translation>已宣告无效</translation>
  </message>
  <message>
   <location filename="../../commandcenter/dispatch/handlers/partners.py" />
   <source>volunteers</source>
   <translation>志愿者</translation>
  </message>
  <message>
   <location filename="../../commandcenter/exercise/injects.py" />
   <source>waiting for what is expected</source>
   <translation>等待预期行动</translation>
  </message>
  <message>
   <location filename="../../commandcenter/resources/vehicles.py" />
   <source>way of travelling</source>
   <translation>通行方式</translation>
  </message>
  <message>
   <location filename="../../commandcenter/exercise/controls.py" />
   <source>went on to a later moment</source>
   <translation>推进到之后的时刻</translation>
  </message>
  <message>
   <location filename="../../commandcenter/exercise/controls.py" />
   <source>went to the next inject</source>
   <translation>跳到了下一个注入</translation>
  </message>
  <message>
   <location filename="../../commandcenter/dispatch/turn_list.py" />
   <source>west</source>
   <translation>西</translation>
  </message>
  <message>
   <location filename="../../commandcenter/app/gps.py" />
   <source>what answers there is no receiver</source>
   <translation>应答的不是接收机</translation>
  </message>
  <message>
   <location filename="../../commandcenter/exercise/column_words.py" />
   <source>what is said or shown</source>
   <translation>所说或所示内容</translation>
  </message>
  <message>
   <location filename="../../commandcenter/model/field_words.py" />
   <source>what was known at a decision</source>
   <translation>决策时已知的内容</translation>
  </message>
  <message>
   <location filename="../../commandcenter/model/field_words.py" />
   <source>where it goes</source>
   <translation>去向</translation>
  </message>
  <message>
   <location filename="../../commandcenter/model/field_words.py" />
   <source>whether it is open again</source>
   <translation>是否恢复通行</translation>
  </message>
  <message>
   <location filename="../../commandcenter/model/field_words.py" />
   <source>whether it takes people in</source>
   <translation>是否接收人员</translation>
  </message>
  <message>
   <location filename="../../commandcenter/resources/status.py" />
   <source>who is “{status}” may be sent, but no step leads from there to dispatched</source>
   <translation>处于“{status}”可被派出，但没有步骤从这里到已派出</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/i18n/closed_words.py" />
   <source>withdrawn</source>
   <translation>已撤回</translation>
  </message>
  <message>
   <location filename="../../commandcenter/model/rights.py" />
   <source>write messages and notes</source>
   <translation>撰写消息和备注</translation>
  </message>
  <message>
   <location filename="../../commandcenter/geo/training/generate.py" />
   <source>writing</source>
   <translation>写入</translation>
  </message>
  <message>
   <location filename="../../commandcenter/app/ending.py" />
   <source>writing the archive</source>
   <translation>正在写出归档</translation>
  </message>
  <message>
   <location filename="../../commandcenter/app/exercise_run.py" />
   <source>writing the report</source>
   <translation>正在编写报告</translation>
  </message>
  <message>
   <location filename="../../commandcenter/app/stick.py" />
   <source>writing the stick</source>
   <translation>正在写入 U 盘</translation>
  </message>
  <message>
   <location filename="../../commandcenter/exercise/controls.py" />
   <source>wrote inject {number}, time {time}</source>
   <translation>编写了注入 {number}，时间 {time}</translation>
  </message>
  <message>
   <location filename="../../commandcenter/app/cli/recommend_lines.py" />
   <source>{amount} missing: {what}</source>
   <translation>缺 {amount}：{what}</translation>
  </message>
  <message>
   <location filename="../../commandcenter/geo/importing/clip.py" />
   <source>{boundary} is not a boundary: give west,south,east,north in degrees or a GeoJSON file with a polygon.</source>
   <translation>{boundary} 不是边界：请给出以度为单位的 西,南,东,北，或含多边形的 GeoJSON 文件。</translation>
  </message>
  <message>
   <location filename="../../commandcenter/app/telling.py" />
   <source>{buildings} buildings, {addresses} addresses, {schools} schools, {hospitals} hospitals</source>
   <translation>{buildings} 栋建筑、{addresses} 个门牌、{schools} 所学校、{hospitals} 家医院</translation>
  </message>
  <message>
   <location filename="../../commandcenter/dispatch/handlers/accept.py" />
   <source>{callsign} and {other} have one crew between them; choose one.</source>
   <translation>{callsign} 与 {other} 共用一组人员；请选其一。</translation>
  </message>
  <message>
   <location filename="../../commandcenter/exercise/effects.py" />
   <source>{callsign} cannot break down now.</source>
   <translation>{callsign} 现在无法发生故障。</translation>
  </message>
  <message>
   <location filename="../../commandcenter/dispatch/handlers/places.py" />
   <source>{callsign} carries a stock already: {depot}.</source>
   <translation>{callsign} 已携带物资：{depot}。</translation>
  </message>
  <message>
   <location filename="../../commandcenter/dispatch/handlers/transfers.py" />
   <source>{callsign} carries no freight.</source>
   <translation>{callsign} 不载货。</translation>
  </message>
  <message>
   <location filename="../../commandcenter/dispatch/handlers/transfers.py" />
   <source>{callsign} carries {most} kg; this is {load} kg.</source>
   <translation>{callsign} 载重 {most} 公斤；此批为 {load} 公斤。</translation>
  </message>
  <message>
   <location filename="../../commandcenter/dispatch/handlers/catalogue.py" />
   <source>{callsign} drives as {profile}, a vehicle which this catalogue lacks.</source>
   <translation>{callsign} 使用车型 {profile}，而此目录中没有该车型。</translation>
  </message>
  <message>
   <location filename="../../commandcenter/dispatch/handlers/safety.py" />
   <source>{callsign} has a mayday already.</source>
   <translation>{callsign} 已在求救。</translation>
  </message>
  <message>
   <location filename="../../commandcenter/dispatch/handlers/orders.py" />
   <source>{callsign} has already gone further with this order.</source>
   <translation>{callsign} 对该命令的执行已更进一步。</translation>
  </message>
  <message>
   <location filename="../../commandcenter/dispatch/handlers/units.py" />
   <source>{callsign} has no assignment for that; send it to an incident.</source>
   <translation>{callsign} 没有相应任务；请派往事件。</translation>
  </message>
  <message>
   <location filename="../../commandcenter/dispatch/handlers/assignments.py" />
   <source>{callsign} has no crew: it is out with {other}.</source>
   <translation>{callsign} 没有人员：人员正随 {other} 出动。</translation>
  </message>
  <message>
   <location filename="../../commandcenter/dispatch/handlers/safety.py" />
   <source>{callsign} has no mayday.</source>
   <translation>{callsign} 没有求救。</translation>
  </message>
  <message>
   <location filename="../../commandcenter/monitor/causes.py" />
   <source>{callsign} has not accepted: {order}</source>
   <translation>{callsign} 未接受：{order}</translation>
  </message>
  <message>
   <location filename="../../commandcenter/monitor/causes.py" />
   <source>{callsign} has not answered the roll-call</source>
   <translation>{callsign} 未应答点名</translation>
  </message>
  <message>
   <location filename="../../commandcenter/monitor/causes.py" />
   <source>{callsign} has not turned out</source>
   <translation>{callsign} 尚未出动</translation>
  </message>
  <message>
   <location filename="../../commandcenter/dispatch/handlers/transfers.py" />
   <source>{callsign} has room for {most} l; this is {load} l.</source>
   <translation>{callsign} 容积 {most} 升；此批为 {load} 升。</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/command_line/duty.py" />
   <source>{callsign} has {n} of {expected} people</source>
   <translation>{callsign} 在位 {n} 人，应到 {expected} 人</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/command_line/duty.py" />
   <source>{callsign} is asked in no roll-call</source>
   <translation>没有点名包含 {callsign}</translation>
  </message>
  <message>
   <location filename="../../commandcenter/dispatch/handlers/assignments.py" />
   <source>{callsign} is assigned to incident {number} already.</source>
   <translation>{callsign} 已派往事件 {number}。</translation>
  </message>
  <message>
   <location filename="../../commandcenter/dispatch/handlers/assignments.py" />
   <source>{callsign} is busy with incident {number}; divert it to take it off.</source>
   <translation>{callsign} 正在处理事件 {number}；如需调离请改派。</translation>
  </message>
  <message>
   <location filename="../../commandcenter/dispatch/handlers/assignments.py" />
   <source>{callsign} is double-booked; resolve that conflict first.</source>
   <translation>{callsign} 被重复派遣；请先解决冲突。</translation>
  </message>
  <message>
   <location filename="../../commandcenter/dispatch/handlers/safety.py" />
   <source>{callsign} is not asked in this roll-call.</source>
   <translation>本次点名不含 {callsign}。</translation>
  </message>
  <message>
   <location filename="../../commandcenter/dispatch/handlers/assignments.py" />
   <source>{callsign} is not assigned to an incident.</source>
   <translation>{callsign} 没有被派往事件。</translation>
  </message>
  <message>
   <location filename="../../commandcenter/dispatch/handlers/moves.py" />
   <source>{callsign} is not free; only a free unit moves up.</source>
   <translation>{callsign} 不空闲；只有空闲单元可以前移。</translation>
  </message>
  <message>
   <location filename="../../commandcenter/dispatch/handlers/catalogue.py" />
   <source>{callsign} is of the kind {kind}, which this catalogue lacks.</source>
   <translation>{callsign} 的单位类型 {kind} 在此目录中不存在。</translation>
  </message>
  <message>
   <location filename="../../commandcenter/dispatch/handlers/search.py" />
   <source>{callsign} is on incident {number}; take it off there first.</source>
   <translation>{callsign} 正在处置事件 {number}；请先解除。</translation>
  </message>
  <message>
   <location filename="../../commandcenter/dispatch/handlers/search.py" />
   <source>{callsign} is out of service.</source>
   <translation>{callsign} 已停用。</translation>
  </message>
  <message>
   <location filename="../../commandcenter/dispatch/handlers/search.py" />
   <source>{callsign} is searching sector {name} already.</source>
   <translation>{callsign} 已在搜索分区 {name}。</translation>
  </message>
  <message>
   <location filename="../../commandcenter/dispatch/handlers/search.py" />
   <source>{callsign} is still searching; end its sweep first.</source>
   <translation>{callsign} 仍在搜索；请先结束其任务。</translation>
  </message>
  <message>
   <location filename="../../commandcenter/dispatch/handlers/units.py" />
   <source>{callsign} is there already.</source>
   <translation>{callsign} 已在该处。</translation>
  </message>
  <message>
   <location filename="../../commandcenter/resources/status.py" />
   <source>{callsign} is {old}; it cannot become {new} from there.</source>
   <translation>{callsign} 现为{old}；不能由此变为{new}。</translation>
  </message>
  <message>
   <location filename="../../commandcenter/dispatch/handlers/assignments.py" />
   <source>{callsign} is {status} and cannot be diverted.</source>
   <translation>{callsign} 现为{status}，不能改派。</translation>
  </message>
  <message>
   <location filename="../../commandcenter/dispatch/handlers/assignments.py" />
   <source>{callsign} is {status} and cannot be sent.</source>
   <translation>{callsign} 现为{status}，不能派出。</translation>
  </message>
  <message>
   <location filename="../../commandcenter/dispatch/changes.py" />
   <source>{callsign} now takes {eta}, {km} km, instead of {eta2}, {km2} km.</source>
   <translation>{callsign} 现需 {eta}（{km} 公里），原为 {eta2}（{km2} 公里）。</translation>
  </message>
  <message>
   <location filename="../../commandcenter/monitor/causes.py" />
   <source>{callsign} refuses: {order} ({why})</source>
   <translation>{callsign} 拒绝：{order}（{why}）</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/search/window.py" />
   <source>{callsign} searches sector {name}</source>
   <translation>{callsign} 搜索分区 {name}</translation>
  </message>
  <message>
   <location filename="../../commandcenter/dispatch/handlers/assignments.py" />
   <source>{callsign} stays with incident {number}: priority {priority} is not less urgent than {other}.</source>
   <translation>{callsign} 留在事件 {number}：优先级 {priority} 不低于 {other}。</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/recommend/moves.py" />
   <source>{callsign} takes over incident {number} from {other}</source>
   <translation>{callsign} 从 {other} 接手事件 {number}</translation>
  </message>
  <message>
   <location filename="../../commandcenter/dispatch/coverage.py" />
   <source>{callsign} to {station}, {eta}: {percent} % more of the region is expected to be covered.</source>
   <translation>{callsign} 前往 {station}，{eta}：预计区域覆盖提高 {percent}%。</translation>
  </message>
  <message>
   <location filename="../../commandcenter/monitor/causes.py" />
   <source>{callsign} was not heard of</source>
   <translation>{callsign} 失去联络</translation>
  </message>
  <message>
   <location filename="../../commandcenter/monitor/causes.py" />
   <source>{callsign} was sent to two incidents</source>
   <translation>{callsign} 被派往两起事件</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/recommend/moves.py" />
   <source>{callsign} was told to move up to {station}</source>
   <translation>已通知 {callsign} 前移至 {station}</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/command_line/duty.py" />
   <source>{callsign} {answer}: {text}</source>
   <translation>{callsign} {answer}：{text}</translation>
  </message>
  <message>
   <location filename="../../commandcenter/monitor/causes.py" />
   <source>{callsign}: {n} missing in the roll-call</source>
   <translation>{callsign}：点名缺 {n} 人</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/roll_call/window.py" />
   <source>{callsign}: {n} of {all} are there</source>
   <translation>{callsign}：{all} 人中 {n} 人到齐</translation>
  </message>
  <message>
   <location filename="../../commandcenter/dispatch/explain.py" />
   <source>{capability} by road: {km} km, {eta}, {late} s after {other}; without {other} {percent} % of the region would be uncovered.</source>
   <translation>按道路的{capability}：{km} 公里，{eta}，比 {other} 晚 {late} 秒；若 {other} 离开，区域将有 {percent}% 失去覆盖。</translation>
  </message>
  <message>
   <location filename="../../commandcenter/dispatch/explain.py" />
   <source>{capability} by road: {km} km, {eta}; {other} would take {eta2}, but all that is needed comes without it.</source>
   <translation>{capability}，道路 {km} 公里，{eta}；{other} 需 {eta2}，但没有它也已满足全部需要。</translation>
  </message>
  <message>
   <location filename="../../commandcenter/dispatch/changes.py" />
   <source>{capability} {number}</source>
   <translation>{capability}{number}</translation>
  </message>
  <message>
   <location filename="../../commandcenter/monitor/causes.py" />
   <source>{capability}: coverage fell from {before} % to {now} % because {units} left</source>
   <translation>{capability}：因 {units} 离开，覆盖率由 {before} % 降至 {now} %</translation>
  </message>
  <message>
   <location filename="../../commandcenter/dispatch/handlers/orders.py" />
   <source>{check} is not the check word of this order. Read it out again.</source>
   <translation>{check} 不是该命令的校验词。请重新播报。</translation>
  </message>
  <message>
   <location filename="../../commandcenter/app/telling.py" />
   <source>{coordinates}</source>
   <translation>{coordinates}</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/importing/window.py" />
   <source>{count} example files written; those that were there are as they were</source>
   <translation>已写出 {count} 个示例文件；原有文件未改动</translation>
  </message>
  <message>
   <location filename="../../commandcenter/app/cli/stock.py" />
   <source>{deliveries} deliveries, {unmet} unmet, {trips} trips (at least {least})</source>
   <translation>{deliveries} 项配送，{unmet} 项未满足，{trips} 个车次（至少 {least} 个）</translation>
  </message>
  <message>
   <location filename="../../commandcenter/dispatch/handlers/stock.py" />
   <source>{depot} has only {have} of {item} free, {wanted} are wanted.</source>
   <translation>{depot} 可用的 {item} 只有 {have}，需要 {wanted}。</translation>
  </message>
  <message>
   <location filename="../../commandcenter/dispatch/handlers/stock.py" />
   <source>{depot} has only {have} of {item} free, {wanted} are wanted; {spoilt} more have expired.</source>
   <translation>{depot} 的{item}仅有 {have} 可用，需要 {wanted}；另有 {spoilt} 已过期。</translation>
  </message>
  <message>
   <location filename="../../commandcenter/dispatch/handlers/shares.py" />
   <source>{depot} has only {have} of {item} free; the shares are more than that.</source>
   <translation>{depot} 的 {item} 可用量仅为 {have}；份额总和超过此数。</translation>
  </message>
  <message>
   <location filename="../../commandcenter/dispatch/handlers/stock.py" />
   <source>{depot} has only {have} of {item} in that batch.</source>
   <translation>{depot} 该批次的 {item} 只有 {have}。</translation>
  </message>
  <message>
   <location filename="../../commandcenter/dispatch/handlers/stock.py" />
   <source>{depot} has only {have} of {item}.</source>
   <translation>{depot} 的 {item} 只有 {have}。</translation>
  </message>
  <message>
   <location filename="../../commandcenter/dispatch/supplies.py" />
   <source>{depot} has {item}, but no road leads from there.</source>
   <translation>{depot} 有 {item}，但没有道路可达。</translation>
  </message>
  <message>
   <location filename="../../commandcenter/monitor/causes.py" />
   <source>{depot}: {free} of {item} free, {level} should be there</source>
   <translation>{depot}：{item}仅有 {free} 可用，应有 {level}</translation>
  </message>
  <message>
   <location filename="../../commandcenter/app/cli/stock.py" />
   <source>{depot}: {free} of {item} free, {minimum} should be there</source>
   <translation>{depot}：{item}可用 {free}，最低应有 {minimum}</translation>
  </message>
  <message>
   <location filename="../../commandcenter/app/cli/stock.py" />
   <source>{depot}: {item} runs out in {hours} h at {per_hour} an hour ({low} to {high})</source>
   <translation>{depot}：{item}按每小时 {per_hour}（{low} 至 {high}）将在 {hours} 小时后用尽</translation>
  </message>
  <message>
   <location filename="../../commandcenter/app/cli/stock.py" />
   <source>{depot}: {quantity} of {item} {batch} expire in {days_left} days</source>
   <translation>{depot}：{item} {batch} 共 {quantity}，{days_left} 天后过期</translation>
  </message>
  <message>
   <location filename="../../commandcenter/app/cli/recommend_lines.py" />
   <source>{depot}: {quantity} × {item}, {km} km</source>
   <translation>{depot}：{quantity} × {item}，{km} 公里</translation>
  </message>
  <message>
   <location filename="../../commandcenter/dispatch/handlers/recovery.py" />
   <source>{device} has written two histories that contradict each other. Choose the last entry of it that is believed.</source>
   <translation>{device} 写下了两段互相矛盾的历史。请选择它最后可信的记录。</translation>
  </message>
  <message>
   <location filename="../../commandcenter/dispatch/handlers/care.py" />
   <source>{facility} has {free} free: {care}.</source>
   <translation>{facility} 空余 {free}：{care}。</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/command_line/logistics.py" />
   <source>{facility} has {taken} of {total} taken: {care}</source>
   <translation>{facility} 已占用 {taken}/{total}：{care}</translation>
  </message>
  <message>
   <location filename="../../commandcenter/dispatch/handlers/care.py" />
   <source>{facility} is no place for that: {care}.</source>
   <translation>{facility} 不适用于：{care}。</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/facilities/report.py" />
   <source>{facility} takes nobody in</source>
   <translation>{facility} 暂停接收</translation>
  </message>
  <message>
   <location filename="../../commandcenter/dispatch/handlers/care.py" />
   <source>{facility} takes nobody in.</source>
   <translation>{facility} 暂停接收。</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/facilities/report.py" />
   <source>{facility} takes people in again</source>
   <translation>{facility} 恢复接收</translation>
  </message>
  <message>
   <location filename="../../commandcenter/monitor/causes.py" />
   <source>{facility}: {n} places too few for those who are going there: {care}</source>
   <translation>{facility}：前往人员比床位多 {n}：{care}</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/facilities/report.py" />
   <source>{facility}: {taken} of {total} taken</source>
   <translation>{facility}：已占用 {taken}/{total}</translation>
  </message>
  <message>
   <location filename="../../commandcenter/dispatch/handlers/care.py" />
   <source>{facility}: {taken} taken and {kept} kept for people on their way are more than {total} places; send those elsewhere first.</source>
   <translation>{facility}：已占用 {taken}，为途中人员预留 {kept}，超过 {total} 个床位；请先将其转往他处。</translation>
  </message>
  <message>
   <location filename="../../commandcenter/dispatch/handlers/corrections.py" />
   <source>{field} has been changed since; it cannot be taken back.</source>
   <translation>{field} 此后已更改；无法撤回。</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/sketch/exchange.py" />
   <source>{file} cannot be read: {why}</source>
   <translation>无法读取 {file}：{why}</translation>
  </message>
  <message>
   <location filename="../../commandcenter/app/files.py" />
   <source>{file} cannot be read: {why}.</source>
   <translation>{file} 无法读取：{why}。</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/leaving.py" />
   <source>{file} cannot be written: {why}</source>
   <translation>无法写入 {file}：{why}</translation>
  </message>
  <message>
   <location filename="../../commandcenter/app/file_sticks.py" />
   <source>{file} cannot be written: {why}.</source>
   <translation>{file} 无法写入：{why}。</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/sketch/exchange.py" />
   <source>{file} comes from an exercise; it is not drawn into live work.</source>
   <translation>{file} 来自演练，不会画入实战。</translation>
  </message>
  <message>
   <location filename="../../commandcenter/geo/importing/source.py" />
   <source>{file} does not hold what its name says: this is not an OpenStreetMap file of that kind.</source>
   <translation>{file} 的内容与名称不符：不是该类 OpenStreetMap 文件。</translation>
  </message>
  <message>
   <location filename="../../commandcenter/geo/importing/region.py" />
   <source>{file} has no roads that a vehicle can use, so no region was made of it.</source>
   <translation>{file} 没有车辆可行驶的道路，因此未生成区域。</translation>
  </message>
  <message>
   <location filename="../../commandcenter/geo/importing/region.py" />
   <source>{file} has no roads, so no region was made of it.</source>
   <translation>{file} 没有道路，因此未生成区域。</translation>
  </message>
  <message>
   <location filename="../../commandcenter/geo/importing/region.py" />
   <source>{file} has ways but not their nodes before them: export it again, complete and sorted.</source>
   <translation>{file} 的路径之前缺少节点：请重新导出完整且已排序的文件。</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/identity/paper_file.py" />
   <source>{file} holds neither a request nor an approval.</source>
   <translation>{file} 中既没有申请，也没有批准。</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/identity/paper_file.py" />
   <source>{file} is a picture: let a scanner read it and type what it says, or have the paper written into a text file.</source>
   <translation>{file} 是图片：请用扫码枪扫描并录入其内容，或让对方另存为文本文件。</translation>
  </message>
  <message>
   <location filename="../../commandcenter/geo/importing/pbf.py" />
   <source>{file} is cut short; copy or download it again.</source>
   <translation>{file} 不完整；请重新复制或下载。</translation>
  </message>
  <message>
   <location filename="../../commandcenter/geo/importing/source.py" />
   <source>{file} is damaged: it cannot be unpacked.</source>
   <translation>{file} 已损坏：无法解压。</translation>
  </message>
  <message>
   <location filename="../../commandcenter/geo/importing/pbf.py" />
   <source>{file} is damaged: its inner structure is broken.</source>
   <translation>{file} 已损坏：内部结构被破坏。</translation>
  </message>
  <message>
   <location filename="../../commandcenter/geo/importing/source.py" />
   <source>{file} is not a map file: its name must end in .osm.pbf, .osm, .osm.gz or .osm.bz2.</source>
   <translation>{file} 不是地图文件：名称须以 .osm.pbf、.osm、.osm.gz 或 .osm.bz2 结尾。</translation>
  </message>
  <message>
   <location filename="../../commandcenter/geo/importing/stream.py" />
   <source>{file} is not a readable OpenStreetMap file ({why}).</source>
   <translation>{file} 不是可读取的 OpenStreetMap 文件（{why}）。</translation>
  </message>
  <message>
   <location filename="../../commandcenter/model/disk.py" />
   <source>{file} is not there: was its stick or network drive taken away?</source>
   <translation>{file} 不存在：其 U 盘或网络驱动器是否已被移除？</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/leaving.py" />
   <source>{file} is there already; choose another name.</source>
   <translation>{file}已存在，请另取名称。</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/sketch/exchange.py" />
   <source>{file} is too large.</source>
   <translation>{file} 过大。</translation>
  </message>
  <message>
   <location filename="../../commandcenter/model/disk.py" />
   <source>{file} may not be used: this account has no permission for it, or another program holds it.</source>
   <translation>{file} 无法使用：此账户没有权限，或该文件正被另一程序占用。</translation>
  </message>
  <message>
   <location filename="../../commandcenter/geo/importing/source.py" />
   <source>{file} unpacks to more than {ratio} times its size; no real map does, so it was refused.</source>
   <translation>{file} 解压后超过其大小的 {ratio} 倍；真实地图不会如此，已拒绝。</translation>
  </message>
  <message>
   <location filename="../../commandcenter/geo/importing/region.py" />
   <source>{file} was not imported: {why}</source>
   <translation>{file} 未导入：{why}</translation>
  </message>
  <message>
   <location filename="../../commandcenter/model/disk.py" />
   <source>{file} was not written: the disk is full. Delete what is not needed, then try again.</source>
   <translation>{file} 未写入：磁盘已满。请删除不需要的内容，然后重试。</translation>
  </message>
  <message>
   <location filename="../../commandcenter/model/disk.py" />
   <source>{file} was not written: the disk or stick is write-protected.</source>
   <translation>{file} 未写入：磁盘或 U 盘有写保护。</translation>
  </message>
  <message>
   <location filename="../../commandcenter/resources/tables.py" />
   <source>{file}, line {line}, column {column}: {why}</source>
   <translation>{file}，第 {line} 行，第 {column} 列：{why}</translation>
  </message>
  <message>
   <location filename="../../commandcenter/resources/status.py" />
   <source>{file}, line {line}, severity: this order settles conflicts alike at every desk and is the program's own; put it back as it was.</source>
   <translation>{file} 第 {line} 行，severity：此次序使各席位以相同方式处理冲突，属于程序自身；请恢复原样。</translation>
  </message>
  <message>
   <location filename="../../commandcenter/resources/tables.py" />
   <source>{file}, line {line}, {name}: {why}</source>
   <translation>{file}，第 {line} 行，{name}：{why}</translation>
  </message>
  <message>
   <location filename="../../commandcenter/resources/tables.py" />
   <source>{file}, line {line}: {found} columns instead of {expected}.</source>
   <translation>{file}，第 {line} 行：{found} 列，应为 {expected} 列。</translation>
  </message>
  <message>
   <location filename="../../commandcenter/resources/tables.py" />
   <source>{file}, line {line}: {why}.</source>
   <translation>{file} 第 {line} 行：{why}。</translation>
  </message>
  <message>
   <location filename="../../commandcenter/app/exercises.py" />
   <source>{file}, row {row}, {column}: {sentence}</source>
   <translation>{file}，第 {row} 行，{column}：{sentence}</translation>
  </message>
  <message>
   <location filename="../../commandcenter/app/exercises.py" />
   <source>{file}, row {row}: {sentence}</source>
   <translation>{file}，第 {row} 行：{sentence}</translation>
  </message>
  <message>
   <location filename="../../commandcenter/resources/tables.py" />
   <source>{file}: each {name} must begin with a line [[{name}]].</source>
   <translation>{file}：每个 {name} 必须以一行 [[{name}]] 开头。</translation>
  </message>
  <message>
   <location filename="../../commandcenter/resources/tables.py" />
   <source>{file}: each {name} must begin with a line [{name}.NAME].</source>
   <translation>{file}：每个 {name} 必须以一行 [{name}.名称] 开头。</translation>
  </message>
  <message>
   <location filename="../../commandcenter/resources/data_classes.py" />
   <source>{file}: the class “{code}” is missing; it says who may see callers.</source>
   <translation>{file}：缺少类别“{code}”；它规定谁可以查看报警人。</translation>
  </message>
  <message>
   <location filename="../../commandcenter/resources/tables.py" />
   <source>{file}: the first row must be {columns}.</source>
   <translation>{file}：首行必须是 {columns}。</translation>
  </message>
  <message>
   <location filename="../../commandcenter/resources/plans.py" />
   <source>{file}: there is no [[{name}]].</source>
   <translation>{file}：没有 [[{name}]]。</translation>
  </message>
  <message>
   <location filename="../../commandcenter/resources/catalogue.py" />
   <source>{file}: there is no row under the names of the columns.</source>
   <translation>{file}：列名之下没有任何行。</translation>
  </message>
  <message>
   <location filename="../../commandcenter/resources/watch.py" />
   <source>{file}: there is no rule for the alarm “{kind}”.</source>
   <translation>{file}：告警“{kind}”没有规则。</translation>
  </message>
  <message>
   <location filename="../../commandcenter/resources/plan_rules.py" />
   <source>{file}: there is no time zone “{name}”.</source>
   <translation>{file}：没有时区“{name}”。</translation>
  </message>
  <message>
   <location filename="../../commandcenter/resources/vehicles.py" />
   <source>{file}: there must be at least one vehicle, [profiles.NAME].</source>
   <translation>{file}：至少须有一种车型 [profiles.名称]。</translation>
  </message>
  <message>
   <location filename="../../commandcenter/resources/plan_rules.py" />
   <source>{file}: {why}.</source>
   <translation>{file}：{why}。</translation>
  </message>
  <message>
   <location filename="../../commandcenter/resources/messages.py" />
   <source>{file}: “{name}” is not known here.</source>
   <translation>{file}：无法识别“{name}”。</translation>
  </message>
  <message>
   <location filename="../../commandcenter/app/cli/recommend_lines.py" />
   <source>{followed} recommendations sent as they were, {changed} changed, {hand} units sent by hand</source>
   <translation>{followed} 起按推荐派出，{changed} 起有更改，{hand} 个单元手动派出</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/supplies/plan_words.py" />
   <source>{goal}. Trips: {n}, at least {least} are needed; loads are there after {mean} min on average, the last after {last} min; {driven} min of driving, there and back. {proof}</source>
   <translation>{goal}。车次：{n}，至少需要 {least} 趟；平均 {mean} 分钟送达，最后一批 {last} 分钟；往返行驶共 {driven} 分钟。{proof}</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/command_line/goods_lines.py" />
   <source>{goods} arrived at {target}; {name} took them over</source>
   <translation>{goods}已到{target}；由{name}接收</translation>
  </message>
  <message>
   <location filename="../../commandcenter/app/sync_link.py" />
   <source>{how} · text first</source>
   <translation>{how} · 文字优先</translation>
  </message>
  <message>
   <location filename="../../commandcenter/dispatch/handlers/rights.py" />
   <source>{id} is not an id.</source>
   <translation>{id} 不是编号。</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/data/shares_page.py" />
   <source>{item} divided</source>
   <translation>{item} 已分配</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/supplies/transfers.py" />
   <source>{item} is not part of this transfer.</source>
   <translation>{item} 不属于该调拨。</translation>
  </message>
  <message>
   <location filename="../../commandcenter/dispatch/changes.py" />
   <source>{item} no longer comes from {depot}.</source>
   <translation>{item} 不再由 {depot} 提供。</translation>
  </message>
  <message>
   <location filename="../../commandcenter/dispatch/changes.py" />
   <source>{item} now comes from {depot}, {eta}.</source>
   <translation>{item} 现由 {depot} 提供，{eta}。</translation>
  </message>
  <message>
   <location filename="../../commandcenter/app/cli/recommend_lines.py" />
   <source>{kind}: {sent} by hand</source>
   <translation>{kind}：手动派出 {sent}</translation>
  </message>
  <message>
   <location filename="../../commandcenter/app/cli/recommend_lines.py" />
   <source>{kind}: {sent} instead of {advised}</source>
   <translation>{kind}：派出 {sent}，而非推荐的 {advised}</translation>
  </message>
  <message>
   <location filename="../../commandcenter/app/cli/recommend_lines.py" />
   <source>{km} km  {minutes} min</source>
   <translation>{km} 公里  {minutes} 分钟</translation>
  </message>
  <message>
   <location filename="../../commandcenter/dispatch/facility_choice.py" />
   <source>{km} km, {eta}; has reported nothing, so ask first: {care}.</source>
   <translation>{km}公里，{eta}；尚未上报，请先询问：{care}。</translation>
  </message>
  <message>
   <location filename="../../commandcenter/dispatch/facility_choice.py" />
   <source>{km} km, {eta}; {free} free: {care}; {load} % taken with them, so it counts as farther off.</source>
   <translation>{km} 公里，{eta}；空余 {free}：{care}；接收后占用 {load}%，因此按更远计算。</translation>
  </message>
  <message>
   <location filename="../../commandcenter/dispatch/facility_choice.py" />
   <source>{km} km, {eta}; {free} free: {care}; {load} % taken with them.</source>
   <translation>{km} 公里，{eta}；空余 {free}：{care}；接收后占用 {load}%。</translation>
  </message>
  <message>
   <location filename="../../commandcenter/dispatch/duplicates.py" />
   <source>{metres} m and {time} min apart; like incident {number}.</source>
   <translation>相距 {metres} 米、{time} 分钟；与事件 {number} 相似。</translation>
  </message>
  <message>
   <location filename="../../commandcenter/app/cli/recommend_lines.py" />
   <source>{minutes} min</source>
   <translation>{minutes} 分钟</translation>
  </message>
  <message>
   <location filename="../../commandcenter/dispatch/explain.py" />
   <source>{missing} more people with {capability} are needed.</source>
   <translation>还需要 {missing} 名具备{capability}的人员。</translation>
  </message>
  <message>
   <location filename="../../commandcenter/dispatch/explain.py" />
   <source>{missing} of {whole} are still missing: {capability}. {why}</source>
   <translation>{capability}还缺 {missing}（共需 {whole}）。{why}</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/supplies/partners.py" />
   <source>{name} added</source>
   <translation>已添加 {name}</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/messages/pdf.py" />
   <source>{name} asks for a password; save it and open it in another program.</source>
   <translation>{name} 需要密码；请另存后用其他程序打开。</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/field/messages.py" />
   <source>{name} can only be opened at a desk.</source>
   <translation>{name} 只能在席位上打开。</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/identity/people_page.py" />
   <source>{name} can sign in on this computer</source>
   <translation>{name} 可以在本机登录</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/messages/pdf.py" />
   <source>{name} cannot be read as a PDF; it is damaged or cut off.</source>
   <translation>{name} 无法作为 PDF 读取；文件已损坏或不完整。</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/files/previews.py" />
   <source>{name} cannot be read as a picture; it is damaged or cut off.</source>
   <translation>{name} 无法作为图片读取；它已损坏或不完整。</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/files/previews.py" />
   <source>{name} cannot be read as a track; it is damaged or cut off.</source>
   <translation>{name} 无法作为轨迹读取；它已损坏或不完整。</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/closures/panel.py" />
   <source>{name} closed; recommendations follow at once</source>
   <translation>已封闭{name}；推荐随即更新</translation>
  </message>
  <message>
   <location filename="../../commandcenter/app/identity.py" />
   <source>{name} has a PIN already.</source>
   <translation>{name} 已有 PIN。</translation>
  </message>
  <message>
   <location filename="../../commandcenter/app/identity.py" />
   <source>{name} has been granted no role in this operation.</source>
   <translation>{name} 在此行动中没有被授予角色。</translation>
  </message>
  <message>
   <location filename="../../commandcenter/app/identity.py" />
   <source>{name} has no PIN on this computer yet. A supervisor who is signed in here gives one under “People and devices”.</source>
   <translation>{name} 在本机还没有 PIN。在此登录的主管可在“人员与设备”中设置。</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/lock/keeper.py" />
   <source>{name} has no PIN on this computer.</source>
   <translation>{name} 在这台电脑上没有 PIN。</translation>
  </message>
  <message>
   <location filename="../../commandcenter/app/cli/people.py" />
   <source>{name} has no such role.</source>
   <translation>{name} 没有这个角色。</translation>
  </message>
  <message>
   <location filename="../../commandcenter/dispatch/handlers/rights.py" />
   <source>{name} has the role {role} already.</source>
   <translation>{name} 已有角色“{role}”。</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/files/previews.py" />
   <source>{name} holds declarations that a track does not need; it is not read.</source>
   <translation>{name} 含有轨迹不需要的声明；不予读取。</translation>
  </message>
  <message>
   <location filename="../../commandcenter/dispatch/handlers/groups.py" />
   <source>{name} is a unit or an incident; give the group another name.</source>
   <translation>{name} 是单元或事件；请给群组另取名称。</translation>
  </message>
  <message>
   <location filename="../../commandcenter/app/lines.py" />
   <source>{name} is at {lon}, {lat}; only the window can show it.</source>
   <translation>{name} 位于 {lon}，{lat}；只有窗口能显示。</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/messages/attachments.py" />
   <source>{name} is deleted on every device that is in step</source>
   <translation>{name} 已在所有同步的设备上删除</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/messages/attachments.py" />
   <source>{name} is drawn on the map</source>
   <translation>{name} 已画在地图上</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/files/kinds.py" />
   <source>{name} is empty.</source>
   <translation>{name} 是空的。</translation>
  </message>
  <message>
   <location filename="../../commandcenter/dispatch/handlers/rights.py" />
   <source>{name} is enrolled for that already.</source>
   <translation>{name} 已为此登记。</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/messages/attachments.py" />
   <source>{name} is fetched as soon as a desk or hub that has it is joined</source>
   <translation>一旦连上有 {name} 的席位或汇聚站就会获取</translation>
  </message>
  <message>
   <location filename="../../commandcenter/resources/policy.py" />
   <source>{name} is missing</source>
   <translation>缺少 {name}</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/files/kinds.py" />
   <source>{name} is neither a photo (JPEG, PNG, WebP) nor a track (GPX), a PDF or a plain text; nothing else can be attached.</source>
   <translation>{name} 不是照片（JPEG、PNG、WebP）、轨迹（GPX）、PDF 或纯文本；其他内容不能附上。</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/identity/people_page.py" />
   <source>{name} is no longer {role}</source>
   <translation>{name} 不再是{role}</translation>
  </message>
  <message>
   <location filename="../../commandcenter/resources/plans.py" />
   <source>{name} is not a table</source>
   <translation>{name} 不是表</translation>
  </message>
  <message>
   <location filename="../../commandcenter/resources/plans.py" />
   <source>{name} is not a whole number above zero</source>
   <translation>{name} 不是正整数</translation>
  </message>
  <message>
   <location filename="../../commandcenter/app/files.py" />
   <source>{name} is not here yet ({size}).</source>
   <translation>{name} 尚未到达（{size}）。</translation>
  </message>
  <message>
   <location filename="../../commandcenter/dispatch/handlers/teams.py" />
   <source>{name} is not in the crew of {callsign}.</source>
   <translation>{name} 不在 {callsign} 的班组中。</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/identity/devices_page.py" />
   <source>{name} is shut out; what it says from now on waits for a verdict</source>
   <translation>{name} 已被排除；它此后的内容须待裁定</translation>
  </message>
  <message>
   <location filename="../../commandcenter/dispatch/handlers/partners.py" />
   <source>{name} is there already.</source>
   <translation>已有 {name}。</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/files/kinds.py" />
   <source>{name} is too large: {size}, at most {most}.</source>
   <translation>{name} 太大：{size}，最大 {most}。</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/identity/people_page.py" />
   <source>{name} is {role} in this operation</source>
   <translation>{name} 在此行动中是{role}</translation>
  </message>
  <message>
   <location filename="../../commandcenter/resources/areas.py" />
   <source>{name} must be a list of places, as in [[8.69, 49.41], …]</source>
   <translation>{name} 必须是地点列表，例如 [[8.69, 49.41], …]</translation>
  </message>
  <message>
   <location filename="../../commandcenter/resources/questions.py" />
   <source>{name} must be a list of texts</source>
   <translation>{name} 必须是文本列表</translation>
  </message>
  <message>
   <location filename="../../commandcenter/resources/tables.py" />
   <source>{name} must be a number from {least} to {most}</source>
   <translation>{name} 须为 {least} 到 {most} 之间的数</translation>
  </message>
  <message>
   <location filename="../../commandcenter/resources/watch.py" />
   <source>{name} must be a number of seconds, or five of them by priority</source>
   <translation>{name} 必须是秒数，或按优先级的五个秒数</translation>
  </message>
  <message>
   <location filename="../../commandcenter/resources/vehicles.py" />
   <source>{name} must be a table of numbers by class of road</source>
   <translation>{name} 必须是按道路等级列出的数值表</translation>
  </message>
  <message>
   <location filename="../../commandcenter/resources/policy.py" />
   <source>{name} must be a whole number from {least} to {most}</source>
   <translation>{name} 必须是 {least} 到 {most} 的整数</translation>
  </message>
  <message>
   <location filename="../../commandcenter/resources/tables.py" />
   <source>{name} must be true or false</source>
   <translation>{name} 必须为 true 或 false</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/files/previews.py" />
   <source>{name} says that it is {width} × {height} pixels; that is too large.</source>
   <translation>{name} 声称有 {width} × {height} 像素，太大了。</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/identity/sign_in.py" />
   <source>{name} sits here now</source>
   <translation>现在由 {name} 值守</translation>
  </message>
  <message>
   <location filename="../../commandcenter/app/identity.py" />
   <source>{name} works as {role} by no grant; give one first.</source>
   <translation>{name} 没有担任{role}的授权；请先授予。</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/reach/isochrones.py" />
   <source>{name}: no road for this vehicle near there.</source>
   <translation>{name}：附近没有该车辆可行驶的道路。</translation>
  </message>
  <message>
   <location filename="../../commandcenter/app/other_region.py" />
   <source>{name}: {junctions} junctions, {arcs} road segments</source>
   <translation>{name}：{junctions} 个路口，{arcs} 段道路</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/field/nearest.py" />
   <source>{name}: {km} km, {min} min</source>
   <translation>{name}：{km} 公里，{min} 分钟</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/queue/surge.py" />
   <source>{number} and {other} are not the same</source>
   <translation>{number} 与 {other} 不是同一事件</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/command_line/incident_lines.py" />
   <source>{number} and {other} are two incidents; they are not offered as one again</source>
   <translation>{number} 与 {other} 是两起事件；不再提示为同一起</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/incident/head.py" />
   <source>{number} cancelled</source>
   <translation>{number} 已取消</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/incident/detail.py" />
   <source>{number} changed</source>
   <translation>{number} 已更改</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/incident/head.py" />
   <source>{number} closed</source>
   <translation>{number} 已结束</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/command_line/incident_lines.py" />
   <source>{number} is called {name}</source>
   <translation>{number} 命名为 {name}</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/automatic/sender.py" />
   <source>{number} is not sent to by itself any more: send by hand</source>
   <translation>{number} 不再自动派遣：请手动派遣</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/command_line/incident_lines.py" />
   <source>{number} is now: {type}</source>
   <translation>{number} 现为：{type}</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/incident/head.py" />
   <source>{number} is under control</source>
   <translation>{number} 已控制</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/incident/detail.py" />
   <source>{number} moved to {place}</source>
   <translation>{number} 已移至 {place}</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/incident/head.py" />
   <source>{number} opened again</source>
   <translation>{number} 已重新打开</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/command_line/incident_lines.py" />
   <source>{number} was no duplicate of {into}: take that back</source>
   <translation>{number} 不是 {into} 的重复：撤回该标记</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/command_line/incident_lines.py" />
   <source>{number} was not marked as a duplicate</source>
   <translation>{number} 未被标为重复</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/automatic/sender.py" />
   <source>{number} will be sent to by itself in {n} s; Ctrl+. stops that</source>
   <translation>{number} 将在 {n} 秒后自动派遣；Ctrl+. 停止</translation>
  </message>
  <message>
   <location filename="../../commandcenter/monitor/causes.py" />
   <source>{number} {place}: a roll-call is due</source>
   <translation>{number} {place}：应再次点名</translation>
  </message>
  <message>
   <location filename="../../commandcenter/monitor/causes.py" />
   <source>{number} {place}: nobody sent</source>
   <translation>{number} {place}：尚未派出</translation>
  </message>
  <message>
   <location filename="../../commandcenter/monitor/causes.py" />
   <source>{number} {place}: not sent by itself, {why}</source>
   <translation>{number} {place}：未自动派出，{why}</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/incident/detail.py" />
   <source>{number}: only the words of the address changed. To move it, pick one of the places under the field</source>
   <translation>{number}：只更改了地址文字。要移动位置，请在输入框下方选取一个地点</translation>
  </message>
  <message>
   <location filename="../../commandcenter/resources/amounts.py" />
   <source>{number} kg</source>
   <translation>{number} 千克</translation>
  </message>
  <message>
   <location filename="../../commandcenter/resources/amounts.py" />
   <source>{number} l</source>
   <translation>{number} 升</translation>
  </message>
  <message>
   <location filename="../../commandcenter/resources/amounts.py" />
   <source>{number} l/min</source>
   <translation>{number} 升/分</translation>
  </message>
  <message>
   <location filename="../../commandcenter/resources/amounts.py" />
   <source>{number} m</source>
   <translation>{number} 米</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/report/drafts.py" />
   <source>{n} calls are parked already. Open one of them or give one up first; this call stays on the form.</source>
   <translation>已挂起 {n} 个来电。请先处理或放弃其中一个；当前来电保留在表单上。</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/supplies/plan_words.py" />
   <source>{n} deliveries; no supply vehicle can bring them.</source>
   <translation>{n} 项配送；没有运输车辆能送达。</translation>
  </message>
  <message>
   <location filename="../../commandcenter/app/cli/log_proofs.py" />
   <source>{n} entries have an id that begins with {name}; give more of it, or its position in the log.</source>
   <translation>有 {n} 条记录的标识以 {name} 开头；请多给几位，或给出其在日志中的位置。</translation>
  </message>
  <message>
   <location filename="../../commandcenter/app/cli/recommend_lines.py" />
   <source>{n} missing: {what}</source>
   <translation>缺 {n}：{what}</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/messages/radio_page.py" />
   <source>{n} orders read back</source>
   <translation>已记录 {n} 条复诵</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/command_line/goods_lines.py" />
   <source>{n} people at {facility}: {state}</source>
   <translation>{facility}：{n} 人{state}</translation>
  </message>
  <message>
   <location filename="../../commandcenter/app/cli/recommend_lines.py" />
   <source>{n} people missing: {what}</source>
   <translation>缺 {n} 人：{what}</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/facilities/window.py" />
   <source>{n} people: {state}</source>
   <translation>{n} 人：{state}</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/facilities/choice.py" />
   <source>{n} places kept at {facility}</source>
   <translation>已在 {facility} 预留 {n} 个床位</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/exercise/editor/window.py" />
   <source>{n} rows read from {file}; what is wrong with them is listed.</source>
   <translation>已从 {file} 读取 {n} 行；问题已列出。</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/search/window.py" />
   <source>{n} sectors added</source>
   <translation>已添加 {n} 个分区</translation>
  </message>
  <message>
   <location filename="../../commandcenter/app/exercise_run.py" />
   <source>{n} things are wrong with what is played; the window “Exercise” names them under the notes.</source>
   <translation>演练内容有 {n} 处问题；“演练”窗口的记录中逐条列出。</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/sketch/panel.py" />
   <source>{n} things drawn from {file}</source>
   <translation>已从 {file} 标绘 {n} 个对象</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/sketch/panel.py" />
   <source>{n} things written into {file}</source>
   <translation>已将 {n} 个对象写入 {file}</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/layers/ground.py" />
   <source>{n} trails written into {file}</source>
   <translation>已将 {n} 条轨迹写入 {file}</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/supplies/plan.py" />
   <source>{n} transfers promised</source>
   <translation>已预留 {n} 项调拨</translation>
  </message>
  <message>
   <location filename="../../commandcenter/app/cli/recommend_lines.py" />
   <source>{quantity} × {item}</source>
   <translation>{quantity} × {item}</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/supplies/stock.py" />
   <source>{quantity} × {item} booked into {depot}</source>
   <translation>{quantity} × {item} 已入库 {depot}</translation>
  </message>
  <message>
   <location filename="../../commandcenter/app/telling.py" />
   <source>{quantity} × {item} from {depot}: {eta}. {reason}</source>
   <translation>{depot} 的 {item} × {quantity}：{eta}。{reason}</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/supplies/stock.py" />
   <source>{quantity} × {item} issued from {depot}</source>
   <translation>{quantity} × {item} 已从 {depot} 发放</translation>
  </message>
  <message>
   <location filename="../../commandcenter/app/telling.py" />
   <source>{rank}. {callsign}, {capability}: {eta}, {distance}. {reason}</source>
   <translation>{rank}. {callsign}，{capability}：{eta}，{distance}。{reason}</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/command_line/window_lines.py" />
   <source>{road} is open again</source>
   <translation>{road} 已重新开放</translation>
  </message>
  <message>
   <location filename="../../commandcenter/app/other_region.py" />
   <source>{share} % of this desk's stations lie in it</source>
   <translation>本席位 {share}% 的站点位于其中</translation>
  </message>
  <message>
   <location filename="../../commandcenter/dispatch/changes.py" />
   <source>{slot} is no longer filled; {callsign}: {why}</source>
   <translation>{slot} 不再满足；{callsign}：{why}</translation>
  </message>
  <message>
   <location filename="../../commandcenter/dispatch/changes.py" />
   <source>{slot} is now filled by {callsign}, {eta}.</source>
   <translation>{slot} 现由 {callsign} 承担，{eta}。</translation>
  </message>
  <message>
   <location filename="../../commandcenter/dispatch/changes.py" />
   <source>{slot}: {callsign}, {eta}, instead of {other}, {eta2}. {other}: {why}</source>
   <translation>{slot}：{callsign}（{eta}）代替 {other}（{eta2}）。{other}：{why}</translation>
  </message>
  <message>
   <location filename="../../commandcenter/dispatch/street_closure.py" />
   <source>{street} and {other} do not meet on the map.</source>
   <translation>地图上{street}与{other}不相交。</translation>
  </message>
  <message>
   <location filename="../../commandcenter/dispatch/street_closure.py" />
   <source>{street} has no way between these two places.</source>
   <translation>{street} 在这两处之间没有通路。</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/closures/form.py" />
   <source>{street}, {town}: {metres} m, as drawn on the map. Enter closes it; Esc gives up.</source>
   <translation>{street}，{town}：{metres} 米，如地图所示。Enter 封闭；Esc 放弃。</translation>
  </message>
  <message>
   <location filename="../../commandcenter/dispatch/handlers/care.py" />
   <source>{taken} places cannot be taken of {total}.</source>
   <translation>共 {total} 个床位，不能占用 {taken} 个。</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/importing/window.py" />
   <source>{taken} rows are in the operation</source>
   <translation>{taken} 行已进入行动</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/importing/window.py" />
   <source>{taken} rows are in the operation, {refused} were refused.</source>
   <translation>{taken} 行已进入行动，{refused} 行被拒绝。</translation>
  </message>
  <message>
   <location filename="../../commandcenter/app/cli/recovery.py" />
   <source>{text} does not name one entry of that device; see `commandcenter recovery entries`.</source>
   <translation>{text} 未能指明该设备的某一条记录；见 `commandcenter recovery entries`。</translation>
  </message>
  <message>
   <location filename="../../commandcenter/sync/sealed.py" />
   <source>{text} is no address of a computer.</source>
   <translation>{text} 不是计算机地址。</translation>
  </message>
  <message>
   <location filename="../../commandcenter/app/connection_choice.py" />
   <source>{text} is no address of a desk. Write it like 192.168.1.5:8450.</source>
   <translation>{text} 不是席位地址。请写成 192.168.1.5:8450 的形式。</translation>
  </message>
  <message>
   <location filename="../../commandcenter/app/connection_choice.py" />
   <source>{text} is no address of a hub. Write it like https://hub.example:8440.</source>
   <translation>{text} 不是汇聚站地址。请写成 https://hub.example:8440 的形式。</translation>
  </message>
  <message>
   <location filename="../../commandcenter/sync/join_code.py" />
   <source>{text} is no address; write e.g. 127.0.0.1:8440.</source>
   <translation>{text} 不是地址；请写成例如 127.0.0.1:8440。</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/command_line/late.py" />
   <source>{text} is no time. Write 14:05, or with the day 2026-05-01T14:05</source>
   <translation>{text} 不是时间。请写 14:05，或带日期 2026-05-01T14:05</translation>
  </message>
  <message>
   <location filename="../../commandcenter/dispatch/handlers/stock.py" />
   <source>{text} is not a date like 2027-03-31.</source>
   <translation>{text} 不是 2027-03-31 形式的日期。</translation>
  </message>
  <message>
   <location filename="../../commandcenter/app/cli/device.py" />
   <source>{text} names {count} acts that wait; give more of the id, see `commandcenter device acts`.</source>
   <translation>{text} 对应 {count} 项待定行为；请多给几位标识，见 `commandcenter device acts`。</translation>
  </message>
  <message>
   <location filename="../../commandcenter/app/cli/device.py" />
   <source>{text} names {count} devices; give more of the id, see `commandcenter device list`.</source>
   <translation>{text} 对应 {count} 台设备；请多给几位标识，见 `commandcenter device list`。</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/command_line/grammar.py" />
   <source>{units} has its own crew again</source>
   <translation>{units} 恢复自有人员</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/command_line/duty.py" />
   <source>{units} heard; the contact clock begins anew</source>
   <translation>{units} 已联络；联络计时重新开始</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/command_line/messages.py" />
   <source>{units} read back: {text}</source>
   <translation>{units} 复诵：{text}</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/board/panel.py" />
   <source>{units} released</source>
   <translation>{units} 已释放</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/board/panel.py" />
   <source>{units} sent to {number}</source>
   <translation>{units} 已派往 {number}</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/command_line/grammar.py" />
   <source>{units} share one crew</source>
   <translation>{units} 共用一组人员</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/queue/surge.py" />
   <source>{units} units proposed for {incidents} of {n} incidents</source>
   <translation>为 {n} 起事件中的 {incidents} 起拟派 {units} 个单元</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/board/panel.py" />
   <source>{units}: {status}</source>
   <translation>{units}：{status}</translation>
  </message>
  <message>
   <location filename="../../commandcenter/exercise/recorded.py" />
   <source>{unit} is sent {seconds} s before it is available from row {row}.</source>
   <translation>{unit} 在第 {row} 行任务结束前 {seconds} 秒又被派出。</translation>
  </message>
  <message>
   <location filename="../../commandcenter/exercise/recorded.py" />
   <source>{unit}: {after} is {seconds} s before {before}.</source>
   <translation>{unit}：{after} 比 {before} 早 {seconds} 秒。</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/exercise/editor/head_page.py" />
   <source>{value} is not between {least} and {most}.</source>
   <translation>{value} 不在 {least} 与 {most} 之间。</translation>
  </message>
  <message>
   <location filename="../../commandcenter/resources/tables.py" />
   <source>{value} is not within {least} and {most}</source>
   <translation>{value} 不在 {least} 与 {most} 之间</translation>
  </message>
  <message>
   <location filename="../../commandcenter/dispatch/lookup.py" />
   <source>{what} is empty.</source>
   <translation>{what}为空。</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/command_line/watch_lines.py" />
   <source>{what} is settled: {value}</source>
   <translation>{what} 已裁定：{value}</translation>
  </message>
  <message>
   <location filename="../../commandcenter/dispatch/handlers/search.py" />
   <source>{what} must be a number from {least} to {most}.</source>
   <translation>{what}须为 {least} 至 {most} 之间的数。</translation>
  </message>
  <message>
   <location filename="../../commandcenter/dispatch/lookup.py" />
   <source>{what} must be a whole number from {least} to {most}.</source>
   <translation>{what}必须是 {least} 到 {most} 的整数。</translation>
  </message>
  <message>
   <location filename="../../commandcenter/app/sync_link.py" />
   <source>{what} {n} attachments have come.</source>
   <translation>{what} 收到 {n} 个附件。</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/command_line/watch_lines.py" />
   <source>{what}. Which? {values}; both; or ask</source>
   <translation>{what}。选哪个？{values}；两者；或 询问</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/command_line/watch_lines.py" />
   <source>{what}: only one of the values can be true</source>
   <translation>{what}：只能有一个值为真</translation>
  </message>
  <message>
   <location filename="../../commandcenter/exercise/recorded.py" />
   <source>{what}: {n}, first in row {row}: {sentence}</source>
   <translation>{what}：{n} 处，首见于第 {row} 行：{sentence}</translation>
  </message>
  <message>
   <location filename="../../commandcenter/sync/faults.py" />
   <source>{who} and this desk find no safe connection: {why}</source>
   <translation>{who}与本席位无法建立安全连接：{why}</translation>
  </message>
  <message>
   <location filename="../../commandcenter/sync/faults.py" />
   <source>{who} cannot be found: no computer has that name. Check the address in the window Connection.</source>
   <translation>{who}找不到：没有计算机叫这个名字。请在“连接”窗口中检查地址。</translation>
  </message>
  <message>
   <location filename="../../commandcenter/sync/faults.py" />
   <source>{who} does not answer in time. Check the network and that no firewall is between.</source>
   <translation>{who}没有及时应答。请检查网络，并确认中间没有防火墙阻挡。</translation>
  </message>
  <message>
   <location filename="../../commandcenter/sync/faults.py" />
   <source>{who} does not answer: nothing listens there. Check that it runs, and the address in the window Connection.</source>
   <translation>{who}没有应答：该处没有程序在监听。请确认它正在运行，并在“连接”窗口中检查地址。</translation>
  </message>
  <message>
   <location filename="../../commandcenter/sync/faults.py" />
   <source>{who} does not answer: the connection has ended. It is tried again by itself.</source>
   <translation>{who}没有应答：连接已断开，将自动重试。</translation>
  </message>
  <message>
   <location filename="../../commandcenter/sync/faults.py" />
   <source>{who} does not answer: {why}</source>
   <translation>{who}没有应答：{why}</translation>
  </message>
  <message>
   <location filename="../../commandcenter/sync/refusals.py" />
   <source>{who} does not know this desk. Ask whoever runs it for a join code, then join the hub.</source>
   <translation>{who}不认识本席位。请向其管理者索取加入码，然后加入汇聚站。</translation>
  </message>
  <message>
   <location filename="../../commandcenter/sync/refusals.py" />
   <source>{who} does not let this device in: it was revoked. Ask whoever leads the operation.</source>
   <translation>{who}不允许此设备接入：它已被吊销。请询问行动负责人。</translation>
  </message>
  <message>
   <location filename="../../commandcenter/sync/faults.py" />
   <source>{who} does not speak TLS. Check whether its address begins with http:// or https://.</source>
   <translation>{who}不使用 TLS。请检查其地址应以 http:// 还是 https:// 开头。</translation>
  </message>
  <message>
   <location filename="../../commandcenter/sync/keeper.py" />
   <source>{who} does not speak as it should: {why}</source>
   <translation>{who}的应答不符合协议：{why}</translation>
  </message>
  <message>
   <location filename="../../commandcenter/sync/faults.py" />
   <source>{who} has an address that cannot be. Write it like https://hub.example:8440.</source>
   <translation>{who}的地址无效。请写成 https://hub.example:8440 的形式。</translation>
  </message>
  <message>
   <location filename="../../commandcenter/sync/faults.py" />
   <source>{who} is at work on another operation, or is no desk. Let it join this operation by its code, or mend the address.</source>
   <translation>{who}正在处理另一行动，或者不是席位。请让它用代码加入本行动，或更正地址。</translation>
  </message>
  <message>
   <location filename="../../commandcenter/sync/refusals.py" />
   <source>{who} is at work on another operation. Check the address in the window Connection.</source>
   <translation>{who}正在处理另一行动。请在“连接”窗口中检查地址。</translation>
  </message>
  <message>
   <location filename="../../commandcenter/sync/refusals.py" />
   <source>{who} is at work on another operation. Let it join this operation by its code, or mend the address.</source>
   <translation>{who}正在处理另一行动。请让它用代码加入本行动，或更正地址。</translation>
  </message>
  <message>
   <location filename="../../commandcenter/sync/http.py" />
   <source>{who} is busy: {said}</source>
   <translation>{who}正忙：{said}</translation>
  </message>
  <message>
   <location filename="../../commandcenter/sync/refusals.py" />
   <source>{who} is for exercises and this is live work. Choose another hub.</source>
   <translation>{who}用于演练，而这是实战。请选择另一汇聚站。</translation>
  </message>
  <message>
   <location filename="../../commandcenter/sync/refusals.py" />
   <source>{who} is for live work and this is an exercise. Choose a hub that was started with --exercises.</source>
   <translation>{who}用于实战，而这是演练。请选择以 --exercises 启动的汇聚站。</translation>
  </message>
  <message>
   <location filename="../../commandcenter/sync/refusals.py" />
   <source>{who} is no meeting point of this program. Check the address in the window Connection.</source>
   <translation>{who}不是本程序的汇聚点。请在“连接”窗口中检查地址。</translation>
  </message>
  <message>
   <location filename="../../commandcenter/sync/faults.py" />
   <source>{who} refuses this desk's certificate. Ask whoever runs it for a new code and join again.</source>
   <translation>{who}拒绝本席位的证书。请向其管理者索取新的加入码并重新加入。</translation>
  </message>
  <message>
   <location filename="../../commandcenter/sync/refusals.py" />
   <source>{who} refuses: {said} ({status})</source>
   <translation>{who}拒绝：{said}（{status}）</translation>
  </message>
  <message>
   <location filename="../../commandcenter/sync/faults.py" />
   <source>{who} shows a certificate that is not valid now; here it is {here}. Set this computer's clock, or have the certificate renewed.</source>
   <translation>{who}出示的证书目前无效；本机时间为 {here}。请校正本机时钟，或更新证书。</translation>
  </message>
  <message>
   <location filename="../../commandcenter/sync/faults.py" />
   <source>{who} shows a certificate that this desk does not trust. Join with a new code, or check the address.</source>
   <translation>{who}出示的证书不受本席位信任。请用新的加入码加入，或检查地址。</translation>
  </message>
  <message>
   <location filename="../../commandcenter/app/cli/do.py" />
   <source>{why}</source>
   <translation>{why}</translation>
  </message>
  <message>
   <location filename="../../commandcenter/dispatch/explain.py" />
   <source>{why} Brings {part} of {whole}: {capability}.</source>
   <translation>{why}带来{capability} {part}（共需 {whole}）。</translation>
  </message>
  <message>
   <location filename="../../commandcenter/resources/plan_rules.py" />
   <source>“{code}” can never hold: “{earlier}” stands before it and fits wherever it does</source>
   <translation>“{code}”永远不会生效：排在它前面的“{earlier}”在所有相同情形下都适用</translation>
  </message>
  <message>
   <location filename="../../commandcenter/resources/plans.py" />
   <source>“{code}” stands already in line {first}</source>
   <translation>“{code}”已在第 {first} 行出现</translation>
  </message>
  <message>
   <location filename="../../commandcenter/resources/plan_rules.py" />
   <source>“{code}” stands twice</source>
   <translation>“{code}”出现了两次</translation>
  </message>
  <message>
   <location filename="../../commandcenter/exercise/rules.py" />
   <source>“{key}”</source>
   <translation>“{key}”</translation>
  </message>
  <message>
   <location filename="../../commandcenter/geo/pack.py" />
   <source>“{name}” cannot be a region's name: use letters, digits, spaces, dots and hyphens.</source>
   <translation>“{name}”不能作为区域名称：请使用字母、数字、空格、点和连字符。</translation>
  </message>
  <message>
   <location filename="../../commandcenter/resources/plan_rules.py" />
   <source>“{name}” is not known here</source>
   <translation>此处没有“{name}”</translation>
  </message>
  <message>
   <location filename="../../commandcenter/dispatch/goods.py" />
   <source>“{part}” is no quantity and item; write 20 blanket, 2 kit_light.</source>
   <translation>“{part}”不是数量加物资；请写作 20 blanket, 2 kit_light。</translation>
  </message>
  <message>
   <location filename="../../commandcenter/resources/csv_units.py" />
   <source>“{part}” is not a capability.</source>
   <translation>“{part}”不是能力。</translation>
  </message>
  <message>
   <location filename="../../commandcenter/geo/positioning/source.py" />
   <source>“{source}” is no receiver; write gpsd://localhost, tcp://HOST:PORT or serial:///dev/ttyUSB0.</source>
   <translation>“{source}”不是接收机；请写 gpsd://localhost、tcp://主机:端口 或 serial:///dev/ttyUSB0。</translation>
  </message>
  <message>
   <location filename="../../commandcenter/geo/positioning/source.py" />
   <source>“{source}” lacks the port, e.g. tcp://192.168.1.5:10110.</source>
   <translation>“{source}”缺少端口，如 tcp://192.168.1.5:10110。</translation>
  </message>
  <message>
   <location filename="../../commandcenter/resources/status.py" />
   <source>“{status}” both needs and ends an assignment</source>
   <translation>“{status}”既要求有任务又结束任务，互相矛盾</translation>
  </message>
  <message>
   <location filename="../../commandcenter/resources/status.py" />
   <source>“{status}” must stand there once</source>
   <translation>“{status}”必须且只能出现一次</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/exercise/notes_page.py" />
   <source>“{text}” is no day: write 2026-12-01.</source>
   <translation>“{text}”不是日期：请写作 2026-12-01。</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/exercise/editor/head_page.py" />
   <source>“{text}” is no start: write 2026-05-12 07:00.</source>
   <translation>“{text}”不是有效的开始时间：请写作 2026-05-12 07:00。</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/command_line/callback_lines.py" />
   <source>“{text}” is no telephone number</source>
   <translation>“{text}”不是电话号码</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/exercise/typed_time.py" />
   <source>“{text}” is no time: write 07:05 or 07:05:30.</source>
   <translation>“{text}”不是时间：请写作 07:05 或 07:05:30。</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/closures/form.py" />
   <source>“{text}” is no time: write 14:30, +2 h or 2026-11-23 08:00</source>
   <translation>“{text}”不是时间：请写 14:30、+2 h 或 2026-11-23 08:00</translation>
  </message>
  <message>
   <location filename="../../commandcenter/exercise/moments.py" />
   <source>“{text}” is no time: write J+1 H+2 M-5, 07:10 or 2026-05-12 07:10.</source>
   <translation>“{text}”不是时间：请写J+1 H+2 M-5、07:10或2026-05-12 07:10。</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/search/rating.py" />
   <source>“{text}” is not a number.</source>
   <translation>“{text}”不是数字。</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/tables/page.py" />
   <source>“{text}” is not a whole number.</source>
   <translation>“{text}”不是整数。</translation>
  </message>
  <message>
   <location filename="../../commandcenter/exercise/moments.py" />
   <source>“{text}” is not there in {zone}: clocks are turned forward then.</source>
   <translation>“{text}”在{zone}不存在：当时时钟拨快。</translation>
  </message>
  <message>
   <location filename="../../commandcenter/exercise/moments.py" />
   <source>“{text}” is there twice in {zone}, as clocks are turned back: write its offset, as 2026-10-25 02:30+01:00.</source>
   <translation>“{text}”在{zone}出现两次（时钟拨慢）：请写明时差，如2026-10-25 02:30+01:00。</translation>
  </message>
  <message>
   <location filename="../../commandcenter/dispatch/goods.py" />
   <source>“{text}” may be one of several: {several}.</source>
   <translation>“{text}”可能指：{several}。</translation>
  </message>
  <message>
   <location filename="../../commandcenter/dispatch/goods.py" />
   <source>“{text}” may be {several}.</source>
   <translation>“{text}”可能指：{several}。</translation>
  </message>
  <message>
   <location filename="../../commandcenter/resources/areas.py" />
   <source>“{value}” does not have {count} numbers</source>
   <translation>“{value}”不是 {count} 个数字</translation>
  </message>
  <message>
   <location filename="../../commandcenter/exercise/replay.py" />
   <source>“{value}” in {column} is no time.</source>
   <translation>{column} 中的“{value}”不是时间。</translation>
  </message>
  <message>
   <location filename="../../commandcenter/resources/logistics.py" />
   <source>“{value}” is already the code of an item</source>
   <translation>“{value}”已是某项物资的代码</translation>
  </message>
  <message>
   <location filename="../../commandcenter/resources/plan_rules.py" />
   <source>“{value}” is no time at all</source>
   <translation>“{value}”不含任何时间</translation>
  </message>
  <message>
   <location filename="../../commandcenter/resources/plan_rules.py" />
   <source>“{value}” is not two times of day, as in 22:00-06:00</source>
   <translation>“{value}”不是两个时刻，例如 22:00-06:00</translation>
  </message>
  <message>
   <location filename="../../commandcenter/resources/tables.py" />
   <source>“{value}” is not {what}</source>
   <translation>“{value}”不是{what}</translation>
  </message>
  <message>
   <location filename="../../commandcenter/resources/terms.py" />
   <source>“{value}” needs a quantity, as in {name}:1</source>
   <translation>“{value}”需要数量，如 {name}:1</translation>
  </message>
  <message>
   <location filename="../../commandcenter/resources/questions.py" />
   <source>“{value}” stands here twice</source>
   <translation>“{value}”出现两次</translation>
  </message>
  <message>
   <location filename="../../commandcenter/resources/messages.py" />
   <source>“{value}” stands here twice, or has a space in it</source>
   <translation>“{value}”重复出现，或含有空格</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/command_line/window_lines.py" />
   <source>“{word}” is neither a unit nor a kind of vehicle</source>
   <translation>“{word}”既不是单元也不是车辆类型</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/command_line/window_lines.py" />
   <source>“{word}” is no distance: write whole metres, at most {most}</source>
   <translation>“{word}”不是距离：请写整数米，最多 {most}</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/command_line/incident_lines.py" />
   <source>“{word}” is no kind of incident</source>
   <translation>“{word}”不是事件类型</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/command_line/grammar.py" />
   <source>“{word}” is no status. Use av er os tr af rt oos</source>
   <translation>“{word}”不是状态。请用 av er os tr af rt oos</translation>
  </message>
  <message>
   <location filename="../../commandcenter/app/exercises.py" />
   <source>… and {n} more</source>
   <translation>……另有 {n} 项</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/command_line/report.py" />
   <source>⚠ Perhaps the same as {number}, {place}: {why}</source>
   <translation>⚠ 可能与 {number}（{place}）是同一起：{why}</translation>
  </message>
 </context>
 <context>
  <name>window</name>
  <message>
   <location filename="../../commandcenter/ui/reach/controls.py" />
   <source> and {n} more</source>
   <translation> 等另外 {n} 个</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/sketch/words.py" />
   <source> and {n} points more</source>
   <translation> 及另外 {n} 个点</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/reach/coverage.py" />
   <source> · about {percent} % of the people live here</source>
   <translation> · 约 {percent}% 的人口居住于此</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/statistics/window.py" />
   <source>% answered in time</source>
   <translation>按时接听 %</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/statistics/window.py" />
   <source>% of the period busy</source>
   <translation>占用时间比例（%）</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/statistics/window.py" />
   <source>% within 60 s</source>
   <translation>60秒内比例（%）</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/sitrep/draft.py" />
   <source>(until {time})</source>
   <translation>（至 {time}）</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/past/window.py" />
   <source>+ 1 min</source>
   <translation>+ 1 分钟</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/reach/controls.py" />
   <source>, being worked out …</source>
   <translation>，正在计算…</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/header/bar.py" />
   <source>1 alarm</source>
   <translation>1 个告警</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/connection/links_page.py" />
   <source>1 entry</source>
   <translation>1 条记录</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/alarms/timers.py" />
   <source>1 timer runs</source>
   <translation>1 个计时进行中</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/queue/delegate.py" />
   <source>1 unit</source>
   <translation>1 个单元</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/queue/surge_rows.py" />
   <source>1 unit missing</source>
   <translation>缺 1 个单元</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/prints/ics.py" />
   <source>1. Incident name</source>
   <translation>1. 事件名称</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/sitrep/draft.py" />
   <source>1. Situation</source>
   <translation>1. 总体情况</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/prints/ics_more.py" />
   <source>10. Replied by</source>
   <translation>10. 答复人</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/prints/ics.py" />
   <source>10. Resources</source>
   <translation>10. 资源</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/prints/ics.py" />
   <source>10. State, complexity</source>
   <translation>10. 状态与复杂程度</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/prints/ics.py" />
   <source>11. For the time</source>
   <translation>11. 截至时间</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/messages/radio_page.py" />
   <source>14:05</source>
   <translation>14:05</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/prints/ics.py" />
   <source>16. to 26. Place</source>
   <translation>16.–26. 地点</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/supplies/transfers.py" />
   <source>18 blanket</source>
   <translation>18 毛毯</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/sketch/form.py" />
   <source>18:00, +2 h</source>
   <translation>18:00、+2 h</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/connection/links_page.py" />
   <source>192.168.1.5:8450, 192.168.1.6</source>
   <translation>192.168.1.5:8450, 192.168.1.6</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/prints/ics.py" />
   <source>2. Incident number</source>
   <translation>2. 事件编号</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/sitrep/draft.py" />
   <source>2. Major incidents</source>
   <translation>2. 重大事件</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/prints/ics.py" />
   <source>2. Operational period</source>
   <translation>2. 行动时段</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/prints/ics_more.py" />
   <source>2. To</source>
   <translation>2. 收文人</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/supplies/transfers.py" />
   <source>20 blanket, 2 kit_light</source>
   <translation>20 毛毯, 2 照明发电套装</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/supplies/partners.py" />
   <source>200 blanket</source>
   <translation>200 毛毯</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/prints/ics.py" />
   <source>28. Significant events</source>
   <translation>28. 重要事件</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/prints/ics.py" />
   <source>29. Hazards and materials</source>
   <translation>29. 危险与物质</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/prints/ics_more.py" />
   <source>3. Branch, division, group</source>
   <translation>3. 分部、片区、小组</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/prints/ics_more.py" />
   <source>3. Check-in location</source>
   <translation>3. 签到地点</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/sitrep/draft.py" />
   <source>3. Forces</source>
   <translation>3. 力量</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/prints/ics_more.py" />
   <source>3. From</source>
   <translation>3. 发文人</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/prints/ics.py" />
   <source>3. Initiated</source>
   <translation>3. 开始时间</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/prints/ics.py" />
   <source>3. Name</source>
   <translation>3. 姓名</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/prints/ics.py" />
   <source>3. Operator</source>
   <translation>3. 操作员</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/prints/ics.py" />
   <source>3. Report version</source>
   <translation>3. 报告版本</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/prints/ics.py" />
   <source>31. to 33. People</source>
   <translation>31.–33. 人员</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/prints/ics.py" />
   <source>38. Threats: next 12, 24, 48, 72 hours</source>
   <translation>38. 威胁：今后 12、24、48、72 小时</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/prints/ics_more.py" />
   <source>4. Basic radio channel use</source>
   <translation>4. 信道使用</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/prints/ics_more.py" />
   <source>4. Begun</source>
   <translation>4. 开始</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/prints/ics.py" />
   <source>4. Incident commander</source>
   <translation>4. 现场总指挥</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/prints/ics.py" />
   <source>4. Map of the operation</source>
   <translation>4. 行动地图</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/prints/ics_more.py" />
   <source>4. Operations personnel</source>
   <translation>4. 作战人员</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/prints/ics.py" />
   <source>4. Place (sketch on the back)</source>
   <translation>4. 地点（背面画草图）</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/prints/ics.py" />
   <source>4. Position</source>
   <translation>4. 职位</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/sitrep/draft.py" />
   <source>4. Roads</source>
   <translation>4. 道路</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/prints/ics.py" />
   <source>4. Station</source>
   <translation>4. 台站</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/prints/ics_more.py" />
   <source>4. Subject</source>
   <translation>4. 主题</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/data/classes_page.py" />
   <source>42, or a name or number</source>
   <translation>42，或姓名、电话</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/prints/ics.py" />
   <source>47. Remarks: what the crews reported last</source>
   <translation>47. 备注：各队最近一次报告</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/prints/ics.py" />
   <source>48. Units assigned</source>
   <translation>48. 已派单元</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/prints/ics_more.py" />
   <source>5. Check-in information</source>
   <translation>5. 签到信息</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/prints/ics.py" />
   <source>5. Home agency</source>
   <translation>5. 所属单位</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/prints/ics.py" />
   <source>5. Log</source>
   <translation>5. 记录</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/prints/ics_more.py" />
   <source>5. Resources assigned</source>
   <translation>5. 分配的资源</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/prints/ics.py" />
   <source>5. Situation, health and safety briefing</source>
   <translation>5. 态势与安全健康简报</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/prints/ics_more.py" />
   <source>5. Special instructions</source>
   <translation>5. 特别指示</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/sitrep/draft.py" />
   <source>5. Supplies</source>
   <translation>5. 物资</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/prints/ics_more.py" />
   <source>5. Time</source>
   <translation>5. 时间</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/prints/ics.py" />
   <source>6. Resources assigned</source>
   <translation>6. 已派资源</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/prints/ics.py" />
   <source>6. Started</source>
   <translation>6. 开始时间</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/sitrep/draft.py" />
   <source>6. What is not settled</source>
   <translation>6. 未决事项</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/prints/ics_more.py" />
   <source>6. Work assignments</source>
   <translation>6. 工作任务</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/prints/ics.py" />
   <source>7. Activity log</source>
   <translation>7. 活动日志</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/prints/ics.py" />
   <source>7. Current and planned objectives</source>
   <translation>7. 当前及计划目标</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/prints/ics_more.py" />
   <source>7. Message</source>
   <translation>7. 内容</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/sitrep/draft.py" />
   <source>7. Outlook and measures</source>
   <translation>7. 趋势与措施</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/prints/ics.py" />
   <source>7. Size or area</source>
   <translation>7. 规模或面积</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/prints/ics_more.py" />
   <source>7. Special instructions</source>
   <translation>7. 特别指示</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/prints/ics.py" />
   <source>8. Actions</source>
   <translation>8. 行动</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/prints/ics_more.py" />
   <source>8. Approved by</source>
   <translation>8. 批准人</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/prints/ics_more.py" />
   <source>8. Communications</source>
   <translation>8. 通信</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/prints/ics.py" />
   <source>9. Kind</source>
   <translation>9. 类型</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/prints/ics.py" />
   <source>9. Organization</source>
   <translation>9. 组织</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/prints/ics_more.py" />
   <source>9. Reply</source>
   <translation>9. 答复</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/statistics/tables.py" />
   <source>90 %, s</source>
   <translation>90%（秒）</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/speeds/window.py" />
   <source>95 % interval</source>
   <translation>95% 区间</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/measure/tool.py" />
   <source>; straight from end to end {metres}, {bearing}</source>
   <translation>；两端直线 {metres}，{bearing}</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/catalogue/trial_page.py" />
   <source>= same</source>
   <translation>= 相同</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/search/words.py" />
   <source>&gt; {n} %</source>
   <translation>&gt; {n}%</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/help/grammar.py" />
   <source>A callsign, then one of these words.</source>
   <translation>先写呼号，再写其中一个词语。</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/data/checkpoints_page.py" />
   <source>A checkpoint names all entries. Kept by others, it shows later that none was changed or taken away.</source>
   <translation>检查点列出全部记录。由他人保存后，可在日后证明没有记录被更改或移除。</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/exercise/choice_pages.py" />
   <source>A de-identified log plays in this desk's region at its own timing; you decide: one of this program, as “log export” writes it, or one with the columns of San Francisco Fire. A log of this region keeps its places; else a call's share of the source's width and height becomes the same share of this region's. Clock inversions and double-booked units are told, not mended.</source>
   <translation>脱敏日志将按原始时序在本区域回放，由您决策：可以是本程序用“log export”导出的日志，也可以是采用旧金山消防数据列格式的记录。本区域的日志保留原地点；否则报警点在源数据范围内的相对位置映射为本区域内的相同相对位置。时钟倒序和重复派遣会如实列出，不作修改。</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/crash.py" />
   <source>A fault in the program</source>
   <translation>程序故障</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/reach/coverage.py" />
   <source>A free unit can be here within {time}</source>
   <translation>有空闲单元可在 {time}内到达</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/identity/devices_page.py" />
   <source>A new laptop writes a request (its page “This laptop”) and brings it here, as a file or a QR code.</source>
   <translation>新的笔记本电脑写出申请（其“本机”页），以文件或二维码带到这里。</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/log/words.py" />
   <source>A note of the exercise's staff</source>
   <translation>演练导调组记录</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/first_run.py" />
   <source>A region on this computer</source>
   <translation>本机已有的区域</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/log/words.py" />
   <source>A restored device goes on under a new key</source>
   <translation>恢复的设备以新密钥继续</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/speeds/scatter.py" />
   <source>A run is a unit's way from en route to on scene; here predicted and observed times meet.</source>
   <translation>一次行车是指单元从出动途中到到达现场；此处对比预测与实际时间。</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/exercise/editor/guide_page.py" />
   <source>A step stands until its rule holds, as “dispatched capability=als” or “closed”, for the incident of the inject that is named.</source>
   <translation>每一步显示到其规则成立为止，如“dispatched capability=als”或“closed”，针对所写注入的事件。</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/data/partner_stick.py" />
   <source>A stick for the organisation chosen above carries what it may see. Only its computers can read it: those named above once they have written, and the one whose address you type. Everybody can read one for the public.</source>
   <translation>为上面所选组织写入的 U 盘只含其可以查看的内容。只有该组织的计算机能读取：上面列出且已写过记录的设备，以及所输入地址的那一台。面向公众的 U 盘人人可读。</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/frame/keys.py" />
   <source>A telephone rings: F2 then answers it</source>
   <translation>电话振铃：随后按 F2 接听</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/exercise/editor/guide_page.py" />
   <source>About inject</source>
   <translation>所涉注入</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/reach/controls.py" />
   <source>About {one} % of the people live there, {n}, by the map's house numbers; {two} % where two or more come.</source>
   <translation>按地图门牌估算，约 {one}% 的人口（{n} 人）居住于此范围；{two}% 居住在两个以上单元可到达之处。</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/field/cards.py" />
   <source>Accept</source>
   <translation>接受</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/recommend/panel.py" />
   <source>Accept all</source>
   <translation>全部采纳</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/orders/panel.py" />
   <source>Accepted</source>
   <translation>已接受</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/layers/toggles.py" />
   <source>Accidents</source>
   <translation>事故灾难</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/exercise/editor/words.py" />
   <source>Act of the other desk</source>
   <translation>另一调度台的操作</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/prints/ics.py" />
   <source>Action</source>
   <translation>行动内容</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/prints/ics.py" />
   <source>Activity log</source>
   <translation>活动日志</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/identity/acts_page.py" />
   <source>Acts that wait for a verdict</source>
   <translation>待裁定的行为</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/exercise/editor/resources_page.py" />
   <source>Add a row</source>
   <translation>添加一行</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/exercise/editor/guide_page.py" />
   <source>Add a step</source>
   <translation>添加步骤</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/exercise/editor/sheet_page.py" />
   <source>Add an inject</source>
   <translation>添加注入</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/exercise/editor/head_page.py" />
   <source>Add an objective</source>
   <translation>添加目标</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/supplies/partners.py" />
   <source>Add an organisation below, then what it offers.</source>
   <translation>请在下方添加单位及其援助意向。</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/supplies/partners.py" />
   <source>Add partner</source>
   <translation>添加合作单位</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/field/team.py" />
   <source>Add this name</source>
   <translation>添加此姓名</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/log/words.py" />
   <source>Added to a decision: what closures would do to the ways</source>
   <translation>已补入决策：封闭道路对各路线的影响</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/incident/detail.py" />
   <source>Address</source>
   <translation>地址</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/field/receiver.py" />
   <source>Address and port</source>
   <translation>地址和端口</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/exercise/choice_pages.py" />
   <source>Address of the leading computer or of the hub; empty: this network is searched</source>
   <translation>主导计算机或汇聚站的地址；留空则在本网络中查找</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/data/partner_stick.py" />
   <source>Address of their computer</source>
   <translation>对方计算机的地址</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/data/partner_stick.py" />
   <source>Address of this computer, to give to others</source>
   <translation>本机地址（可提供给他人）</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/report/form.py" />
   <source>Address, crossing A / B, place, coordinates; or click the map</source>
   <translation>地址、路口 A / B、地点或坐标；也可点击地图</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/speeds/window.py" />
   <source>Adopt these factors</source>
   <translation>采用这些系数</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/speeds/window.py" />
   <source>Adopted {time} by {who}, from {n} runs.</source>
   <translation>由 {who} 于 {time} 采用，基于 {n} 次行程。</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/prints/way.py" />
   <source>After</source>
   <translation>已行驶</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/prints/reports.py" />
   <source>After the report</source>
   <translation>距接报</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/exercise/control.py" />
   <source>After-action report</source>
   <translation>演练总结报告</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/facilities/rows.py" />
   <source>Age of report</source>
   <translation>上报距今</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/supplies/transfers.py" />
   <source>Agree (A)</source>
   <translation>同意 (A)</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/field/frame.py" />
   <source>Alarm</source>
   <translation>告警</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/log/words.py" />
   <source>Alarm in hand: {text}</source>
   <translation>告警已接手：{text}</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/incident/detail.py" />
   <source>Alarm level</source>
   <translation>警报等级</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/incident/head.py" />
   <source>Alarm level {n}</source>
   <translation>警报等级 {n}</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/alarms/panel.py" />
   <source>Alarms</source>
   <translation>告警</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/frame/keys.py" />
   <source>Alarms and orders</source>
   <translation>告警与命令</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/catalogue/window.py" />
   <source>Alarms and their times</source>
   <translation>告警及其时限</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/alarms/panel.py" />
   <source>Alarms stand here, worst first, until what they are about is dealt with.</source>
   <translation>告警列于此处，最严重者在前，直至其原因得到处理。</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/queue/panel.py" />
   <source>All</source>
   <translation>全部</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/closures/panel.py" />
   <source>All roads are open</source>
   <translation>所有道路畅通</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/measure/controls.py" />
   <source>Along a line …</source>
   <translation>沿线…</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/data/shares_page.py" />
   <source>Also cut the share of desks that are lost</source>
   <translation>同时削减已丢失席位的份额</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/messages/radio_page.py" />
   <source>Also orders that were answered</source>
   <translation>也包括已答复的命令</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/command_line/popup.py" />
   <source>Alt+Enter: {what}</source>
   <translation>Alt+Enter：{what}</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/sketch/words.py" />
   <source>Ambulance loading</source>
   <translation>救护车上车点</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/layers/legend.py" />
   <source>Ambulance station</source>
   <translation>急救站</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/closures/form.py" />
   <source>Ambulances</source>
   <translation>救护车</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/first_run.py" />
   <source>An OpenStreetMap extract (.osm.pbf, .osm, .gz, .bz2). A city takes a minute, a country longer.</source>
   <translation>OpenStreetMap 数据（.osm.pbf、.osm、.gz、.bz2）。一座城市约需一分钟，一个国家更久。</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/log/words.py" />
   <source>An act without right was ratified</source>
   <translation>无权行为已被追认</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/log/words.py" />
   <source>An act without right was voided</source>
   <translation>无权行为已宣告无效</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/field/sketching.py" />
   <source>An area that I draw</source>
   <translation>由我画出的区域</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/identity/recovery_page.py" />
   <source>An exercise needs no recovery paper.</source>
   <translation>演练不需要恢复凭证。</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/exercise/choice.py" />
   <source>An exercise runs on its own clock and its own log, in a window of its own. Nothing of it reaches live work.</source>
   <translation>演练使用自己的时钟和日志，在单独的窗口中进行，不会影响实际工作。</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/header/bar.py" />
   <source>An exercise: nothing here is real</source>
   <translation>演练：此处一切均非真实</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/first_run.py" />
   <source>An invented city that comes with the program: start at once, nothing can go wrong.</source>
   <translation>随程序提供的虚构城市：立即开始，不会出错。</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/sketch/words.py" />
   <source>Anchor point</source>
   <translation>锚定点</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/connection/links_page.py" />
   <source>Another desk joins with the code on the next page, or with a stick.</source>
   <translation>另一席位可用下一页的代码或 U 盘加入。</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/prints/reports.py" />
   <source>Answer</source>
   <translation>回答</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/roll_call/window.py" />
   <source>Answered</source>
   <translation>回复时间</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/statistics/tables.py" />
   <source>Answered within it</source>
   <translation>时限内接听</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/incident/answers.py" />
   <source>Answers given on the telephone</source>
   <translation>来电问答</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/field/situation.py" />
   <source>Anything else</source>
   <translation>其他情况</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/identity/join_page.py" />
   <source>Approval for this laptop</source>
   <translation>给本机的批准</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/past/window.py" />
   <source>Archive: {name}</source>
   <translation>归档：{name}</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/measure/controls.py" />
   <source>Area</source>
   <translation>面积</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/closures/panel.py" />
   <source>Area closed</source>
   <translation>区域已封闭</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/layers/legend.py" />
   <source>Area drawn by hand</source>
   <translation>手绘区域</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/layers/legend.py" />
   <source>Area of a hazard</source>
   <translation>危险区域</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/measure/controls.py" />
   <source>Around a place …</source>
   <translation>地点周围…</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/measure/controls.py" />
   <source>Around an area …</source>
   <translation>区域周围…</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/queue/surge_rows.py" />
   <source>Around {station}</source>
   <translation>{station} 周边</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/prints/ics.py" />
   <source>Arrived</source>
   <translation>到达</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/facilities/window.py" />
   <source>Arrived (A)</source>
   <translation>已到达 (A)</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/supplies/transfers.py" />
   <source>Arrived, if less</source>
   <translation>实收（如有短缺）</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/supplies/plan_paper.py" />
   <source>Arrives</source>
   <translation>到达</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/catalogue/trial_page.py" />
   <source>As drafted</source>
   <translation>按草稿</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/catalogue/trial_page.py" />
   <source>As in force</source>
   <translation>按现行版本</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/first_run.py" />
   <source>As it should stand in the log</source>
   <translation>将写入日志的姓名</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/prints/incident_map.py" />
   <source>As of {time}</source>
   <translation>截至 {time}</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/report/form.py" />
   <source>As the type says</source>
   <translation>按类型默认</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/supplies/transfers.py" />
   <source>Ask</source>
   <translation>申请</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/supplies/transfers.py" />
   <source>Ask and agree at once</source>
   <translation>申请并立即同意</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/supplies/partners.py" />
   <source>Ask for a team</source>
   <translation>请求队伍</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/supplies/partners.py" />
   <source>Ask for these goods</source>
   <translation>请求这些物资</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/supplies/attention.py" />
   <source>Ask for what is missing (Enter)</source>
   <translation>申请补足 (回车)</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/conflicts/panel.py" />
   <source>Ask the others</source>
   <translation>询问对方</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/sketch/words.py" />
   <source>Assembly point</source>
   <translation>集合点</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/prints/ics_more.py" />
   <source>Assignment list</source>
   <translation>任务分配表</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/frame/keys.py" />
   <source>At facility</source>
   <translation>到院</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/speeds/window.py" />
   <source>At night, 22–6</source>
   <translation>夜间（22–6 时）</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/supplies/plan_rows.py" />
   <source>At stop</source>
   <translation>停靠</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/statistics/tables.py" />
   <source>At the beginning</source>
   <translation>期初</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/statistics/tables.py" />
   <source>At the end</source>
   <translation>期末</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/messages/compose.py" />
   <source>Attach</source>
   <translation>附件</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/messages/compose.py" />
   <source>Attach …</source>
   <translation>附上…</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/messages/compose.py" />
   <source>Attached: {files}</source>
   <translation>已附：{files}</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/log/words.py" />
   <source>Attachment removed: {name}</source>
   <translation>附件已移除：{name}</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/messages/attachments.py" />
   <source>Attachments</source>
   <translation>附件</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/supplies/window.py" />
   <source>Attention</source>
   <translation>待关注</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/frame/keys.py" />
   <source>Available</source>
   <translation>待命</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/speeds/window.py" />
   <source>Back to the shipped times</source>
   <translation>恢复随附的时间</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/supplies/plan.py" />
   <source>Back within</source>
   <translation>返回时限</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/layers/ground.py" />
   <source>Background</source>
   <translation>背景</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/exercise/editor/words.py" />
   <source>Batch</source>
   <translation>批次</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/supplies/plan_rows.py" />
   <source>Batches</source>
   <translation>批次</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/field/frame.py" />
   <source>Battery</source>
   <translation>电池</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/field/power.py" />
   <source>Battery {n} %</source>
   <translation>电池 {n} %</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/field/power.py" />
   <source>Battery: unknown</source>
   <translation>电池：未知</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/facilities/choice.py" />
   <source>Beds and places</source>
   <translation>床位</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/search/window.py" />
   <source>Begin a search</source>
   <translation>开始搜索</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/roll_call/window.py" />
   <source>Begin the roll-call (Ctrl+Enter)</source>
   <translation>开始点名（Ctrl+Enter）</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/exercise/editor/trial_page.py" />
   <source>Begin the test-run</source>
   <translation>开始试运行</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/exercise/editor/resources_page.py" />
   <source>Begin with the region's own</source>
   <translation>以区域自有资源开始</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/search/rows.py" />
   <source>Begun</source>
   <translation>开始</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/exercise/timelines_page.py" />
   <source>Begun at</source>
   <translation>起始于</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/identity/recovery_page.py" />
   <source>Believed up to</source>
   <translation>可信至</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/supplies/attention.py" />
   <source>Below minimum</source>
   <translation>低于最低库存</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/supplies/attention.py" />
   <source>Below minimum at</source>
   <translation>低于最低库存的仓库</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/supplies/attention.py" />
   <source>Between</source>
   <translation>区间</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/prints/cards.py" />
   <source>Blank dispatch cards</source>
   <translation>空白派遣卡</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/closures/form.py" />
   <source>Boat trailers</source>
   <translation>带船拖车</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/supplies/stock.py" />
   <source>Book in</source>
   <translation>入库</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/exercise/notes_page.py" />
   <source>Bookmark this moment; Enter keeps it</source>
   <translation>为此刻加书签；Enter 保存</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/exercise/choice_pages.py" />
   <source>Branch {n}</source>
   <translation>分支 {n}</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/exercise/editor/words.py" />
   <source>Breakdown of a unit</source>
   <translation>单元故障</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/importing/window.py" />
   <source>Bring in what was read</source>
   <translation>导入已读取的内容</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/importing/window.py" />
   <source>Bring it in with Ctrl+Enter.</source>
   <translation>按 Ctrl+Enter 导入。</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/facilities/rows.py" />
   <source>Brought by</source>
   <translation>运送单位</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/statistics/tables.py" />
   <source>Busy, min</source>
   <translation>占用（分钟）</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/prints/cards.py" />
   <source>By</source>
   <translation>经办</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/speeds/window.py" />
   <source>By day</source>
   <translation>白天</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/board/panel.py" />
   <source>By station</source>
   <translation>按站点</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/board/panel.py" />
   <source>By status</source>
   <translation>按状态</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/log/words.py" />
   <source>Call linked to {number}</source>
   <translation>来电已关联到 {number}</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/field/team.py" />
   <source>Call off</source>
   <translation>取消</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/facilities/window.py" />
   <source>Call off (C)</source>
   <translation>取消 (C)</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/alarms/timers.py" />
   <source>Call off: {what} (in {time})</source>
   <translation>取消：{what}（剩余 {time}）</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/log/words.py" />
   <source>Call taken: {type}, {address}</source>
   <translation>接到来电：{type}，{address}</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/search/window.py" />
   <source>Call the search off</source>
   <translation>取消搜索</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/prints/traffic.py" />
   <source>Caller</source>
   <translation>报警人</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/report/callbacks.py" />
   <source>Caller reached</source>
   <translation>已联系到报警人</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/report/form.py" />
   <source>Caller's number</source>
   <translation>报警电话</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/report/callbacks.py" />
   <source>Callers whose line dropped, or to whom a call was promised. They stand above the form (F2)</source>
   <translation>线路中断或已承诺回拨的报警人，列在表单上方（F2）</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/incident/detail.py" />
   <source>Calls</source>
   <translation>来电</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/statistics/tables.py" />
   <source>Calls by hour</source>
   <translation>按小时接报</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/statistics/tables.py" />
   <source>Calls by type</source>
   <translation>按类型接报</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/report/aside.py" />
   <source>Calls half taken; the oldest was answered that long ago. They stand above the form (F2)</source>
   <translation>尚未处理完的来电及最早一个接听以来的时间；列在表单上方 (F2)</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/exercise/editor/head_page.py" />
   <source>Calls ring until a player answers</source>
   <translation>来电响铃，直至参演者接听</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/statistics/window.py" />
   <source>Calls were taken in this period, but of none it is known when it rang. A telephone system or “call ring” in the command line records that; the guide says how.</source>
   <translation>这一时段有来电，但都不知道何时振铃。电话系统或命令行中的“来电 振铃”会记录这一时间；做法见指南。</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/exercise/editor/words.py" />
   <source>Callsign</source>
   <translation>呼号</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/catalogue/trial_page.py" />
   <source>Cancel</source>
   <translation>取消</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/incident/head.py" />
   <source>Cancel incident</source>
   <translation>取消事件</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/words.py" />
   <source>Cancelled</source>
   <translation>已取消</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/field/cards.py" />
   <source>Cannot</source>
   <translation>无法执行</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/catalogue/window.py" />
   <source>Capabilities</source>
   <translation>能力</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/exercise/editor/head_page.py" />
   <source>Capability</source>
   <translation>能力</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/catalogue/window.py" />
   <source>Care in hospitals and shelters</source>
   <translation>医院和安置点的接收能力</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/exercise/editor/words.py" />
   <source>Carried by</source>
   <translation>随车单元</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/sketch/words.py" />
   <source>Casualty collection</source>
   <translation>伤员集中点</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/catalogue/window.py" />
   <source>Catalogue</source>
   <translation>基础目录</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/search/window.py" />
   <source>Cell (m)</source>
   <translation>单元（米）</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/exercise/inject_sheet.py" />
   <source>Change inject {number}</source>
   <translation>更改注入 {number}</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/exercise/injects_page.py" />
   <source>Change it …</source>
   <translation>更改……</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/frame/windows.py" />
   <source>Change operator</source>
   <translation>更换值守人员</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/sketch/form.py" />
   <source>Change the chosen one</source>
   <translation>修改所选</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/catalogue/versions_page.py" />
   <source>Changed files</source>
   <translation>修改的文件</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/log/words.py" />
   <source>Changed on the map: {drawing}</source>
   <translation>地图标绘已修改：{drawing}</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/prints/ics_more.py" />
   <source>Channel</source>
   <translation>信道</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/help/window.py" />
   <source>Chapters</source>
   <translation>章节</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/statistics/charts.py" />
   <source>Chart: {what}</source>
   <translation>图表：{what}</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/data/checkpoints_page.py" />
   <source>Check the whole log</source>
   <translation>检查整个日志</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/prints/ics_more.py" />
   <source>Check-in list</source>
   <translation>签到表</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/sketch/words.py" />
   <source>Checkpoint</source>
   <translation>检查点</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/data/checkpoints_page.py" />
   <source>Checkpoints</source>
   <translation>检查点</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/sketch/words.py" />
   <source>Chemicals</source>
   <translation>化学品</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/exercise/editor/guide_page.py" />
   <source>Chinese</source>
   <translation>中文</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/facilities/choice.py" />
   <source>Choice of facility</source>
   <translation>机构选择</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/importing/window.py" />
   <source>Choose a folder for the examples</source>
   <translation>选择存放示例文件的文件夹</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/importing/window.py" />
   <source>Choose a folder, or write the examples and fill them in.</source>
   <translation>选择一个文件夹，或写出示例文件后填写。</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/first_run.py" />
   <source>Choose a map</source>
   <translation>选择地图</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/messages/talk_page.py" />
   <source>Choose a message: then its files stand here, and who has read it.</source>
   <translation>请选择一条消息：这里会显示其附件和已读情况。</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/first_run.py" />
   <source>Choose a region pack</source>
   <translation>选择区域包</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/search/window.py" />
   <source>Choose a team and press What next</source>
   <translation>选择队伍并点击“下一步搜哪里”</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/search/window.py" />
   <source>Choose an incident in the desk's window</source>
   <translation>请在主窗口选择事件</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/facilities/choice.py" />
   <source>Choose an incident or a unit in the desk's window</source>
   <translation>请在主窗口选择事件或单元</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/importing/window.py" />
   <source>Choose folder …</source>
   <translation>选择文件夹 …</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/incident/units.py" />
   <source>Choose hospital …</source>
   <translation>选择医院…</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/recommend/panel.py" />
   <source>Choose one in the queue, or press F2 for a new one.</source>
   <translation>请在队列中选择，或按 F2 新建。</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/importing/window.py" />
   <source>Choose the folder with the files</source>
   <translation>选择文件所在的文件夹</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/sketch/panel.py" />
   <source>Choose what it is and press “Draw on the map”.</source>
   <translation>选择类型，然后按“在地图上标绘”。</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/supplies/transfers.py" />
   <source>Choose where from, for what, and write the goods below.</source>
   <translation>请在下方选择来源和去向并填写物资。</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/identity/recovery_sheet.py" />
   <source>Choose which devices are shut out, and for each the last moment at which it is believed.</source>
   <translation>选择要排除的设备，以及每台设备最后可信的时刻。</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/exercise/choice_pages.py" />
   <source>Choose …</source>
   <translation>选择…</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/recommend/decisions.py" />
   <source>Chosen otherwise</source>
   <translation>另行选择</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/measure/controls.py" />
   <source>Clear</source>
   <translation>清除</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/frame/tool_keys.py" />
   <source>Clear what was measured</source>
   <translation>清除量测</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/reach/controls.py" />
   <source>Click a place: who covers it.</source>
   <translation>点击地点：谁能覆盖。</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/exercise/editor/sheet_page.py" />
   <source>Click chooses, drag moves; left and right go on, with Ctrl they move by a minute. Hollow: fires on a trigger.</source>
   <translation>单击选中，拖动移动；左右键切换，按住 Ctrl 则移动一分钟。虚线框：由触发条件引发。</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/incident/head.py" />
   <source>Close</source>
   <translation>结束</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/frame/overlay.py" />
   <source>Close (Esc)</source>
   <translation>关闭（Esc）</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/closures/panel.py" />
   <source>Close a line</source>
   <translation>封闭路段</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/closures/panel.py" />
   <source>Close a point</source>
   <translation>封闭一点</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/closures/panel.py" />
   <source>Close a street</source>
   <translation>按街名封闭</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/closures/panel.py" />
   <source>Close an area</source>
   <translation>封闭区域</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/sketch/panel.py" />
   <source>Close its roads</source>
   <translation>封闭其中道路</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/frame/keys.py" />
   <source>Close the desk</source>
   <translation>关闭席位</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/closures/form.py" />
   <source>Close the road</source>
   <translation>封闭道路</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/field/sketching.py" />
   <source>Close the roads in it</source>
   <translation>封闭其中的道路</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/frame/strip.py" />
   <source>Close this message</source>
   <translation>关闭此消息</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/map_menu.py" />
   <source>Close {number}</source>
   <translation>结束 {number}</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/words.py" />
   <source>Closed</source>
   <translation>已结束</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/layers/legend.py" />
   <source>Closed road or area</source>
   <translation>封闭的道路或区域</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/connection/code_page.py" />
   <source>Code</source>
   <translation>代码</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/exercise/sharing_page.py" />
   <source>Code for evaluators and controllers</source>
   <translation>评估员与导调员代码</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/exercise/sharing_page.py" />
   <source>Code for players</source>
   <translation>参演者代码</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/data/end_page.py" />
   <source>Code of the archive's operation</source>
   <translation>归档所属行动的代码</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/connection/window.py" />
   <source>Codes</source>
   <translation>代码</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/importing/window.py" />
   <source>Column</source>
   <translation>列</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/facilities/rows.py" />
   <source>Comes from</source>
   <translation>来自</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/command_line/bar.py" />
   <source>Command line</source>
   <translation>命令行</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/frame/keys.py" />
   <source>Command line and search</source>
   <translation>命令行与搜索</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/log/panel.py" />
   <source>Command log</source>
   <translation>指挥日志</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/frame/keys.py" />
   <source>Command log, filter</source>
   <translation>指挥日志，筛选</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/command_line/bar.py" />
   <source>Command or search: Ctrl+K or /</source>
   <translation>命令或搜索：Ctrl+K 或 /</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/sketch/words.py" />
   <source>Command post</source>
   <translation>指挥部</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/frame/overlay.py" />
   <source>Commands</source>
   <translation>命令</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/prints/ics.py" />
   <source>Communications log</source>
   <translation>通信日志</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/field/receiver.py" />
   <source>Computer</source>
   <translation>计算机</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/data/looks_page.py" />
   <source>Concerns</source>
   <translation>对象</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/log/words.py" />
   <source>Conflict settled</source>
   <translation>冲突已解决</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/conflicts/panel.py" />
   <source>Conflicts</source>
   <translation>冲突</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/connection/window.py" />
   <source>Connection</source>
   <translation>连接</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/supplies/partners.py" />
   <source>Contact</source>
   <translation>联系方式</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/log/words.py" />
   <source>Contact with {callsign}: {text}</source>
   <translation>与 {callsign} 联络：{text}</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/exercise/choice_pages.py" />
   <source>Controller</source>
   <translation>导调员</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/exercise/control.py" />
   <source>Controllers</source>
   <translation>导调员</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/words.py" />
   <source>Coordinates</source>
   <translation>坐标</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/frame/coordinates.py" />
   <source>Coordinates under the pointer</source>
   <translation>指针处的坐标</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/frame/tool_keys.py" />
   <source>Coordinates: MGRS</source>
   <translation>坐标：MGRS</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/frame/tool_keys.py" />
   <source>Coordinates: Open Location Code</source>
   <translation>坐标：开放位置码</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/frame/tool_keys.py" />
   <source>Coordinates: UTM</source>
   <translation>坐标：UTM</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/frame/tool_keys.py" />
   <source>Coordinates: degrees, minutes, seconds</source>
   <translation>坐标：度分秒</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/frame/tool_keys.py" />
   <source>Coordinates: latitude, longitude</source>
   <translation>坐标：经纬度</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/connection/code_page.py" />
   <source>Copy</source>
   <translation>复制</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/first_run.py" />
   <source>Copy a region pack</source>
   <translation>复制区域包</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/exercise/editor/resources_page.py" />
   <source>Copy it</source>
   <translation>复制</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/map_menu.py" />
   <source>Copy the coordinates</source>
   <translation>复制坐标</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/faults/window.py" />
   <source>Copy the report</source>
   <translation>复制报告</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/sketch/panel.py" />
   <source>Corners (C)</source>
   <translation>顶点 (C)</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/exercise/notes_page.py" />
   <source>Correct it</source>
   <translation>更正</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/exercise/notes_page.py" />
   <source>Corrective action</source>
   <translation>改进措施</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/exercise/rows.py" />
   <source>Could not happen</source>
   <translation>未能发生</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/exercise/editor/trial_page.py" />
   <source>Could not happen: injects {numbers}</source>
   <translation>未能发生：注入 {numbers}</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/roll_call/window.py" />
   <source>Counted</source>
   <translation>已清点</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/depots/panel.py" />
   <source>Counted in</source>
   <translation>单位</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/layers/toggles.py" />
   <source>Coverage</source>
   <translation>覆盖范围</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/frame/windows.py" />
   <source>Coverage and move-ups</source>
   <translation>覆盖与前移</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/reach/controls.py" />
   <source>Coverage by</source>
   <translation>覆盖能力</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/reach/controls.py" />
   <source>Coverage is being worked out … {percent} %</source>
   <translation>正在计算覆盖范围…… {percent}%</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/layers/legend.py" />
   <source>Covered by one</source>
   <translation>有一个单元覆盖</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/layers/legend.py" />
   <source>Covered by two or more</source>
   <translation>有两个或更多单元覆盖</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/exercise/editor/words.py" />
   <source>Crew</source>
   <translation>人数</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/log/words.py" />
   <source>Crew of {callsign}: {count} people</source>
   <translation>{callsign} 班组：{count} 人</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/words.py" />
   <source>Crossing</source>
   <translation>路口</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/roll_call/window.py" />
   <source>Ctrl+Enter asks every unit on scene. Enter: all are there; a digit: so many; M: mayday.</source>
   <translation>Ctrl+Enter 询问所有在场单元。Enter：全员到齐；数字：到齐人数；M：求救。</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/sketch/words.py" />
   <source>Danger of collapse</source>
   <translation>坍塌危险</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/frame/keys.py" />
   <source>Dark</source>
   <translation>深色</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/data/classes_page.py" />
   <source>Data</source>
   <translation>数据</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/data/classes_page.py" />
   <source>Data catalogue</source>
   <translation>数据目录</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/catalogue/window.py" />
   <source>Data: who may see it, how long it is kept</source>
   <translation>数据：谁可查看、保存多久</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/supplies/attention.py" />
   <source>Days left</source>
   <translation>剩余天数</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/exercise/choice_pages.py" />
   <source>Days; empty: all</source>
   <translation>天数；留空为全部</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/field/situation.py" />
   <source>Dead</source>
   <translation>死亡</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/exercise/editor/words.py" />
   <source>Deadline</source>
   <translation>期限</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/frame/windows.py" />
   <source>Decisions</source>
   <translation>决策</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/supplies/partners.py" />
   <source>Decline (D)</source>
   <translation>谢绝 (D)</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/supplies/transfers.py" />
   <source>Decline or call off (D)</source>
   <translation>拒绝或取消 (D)</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/sketch/words.py" />
   <source>Decontamination</source>
   <translation>洗消点</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/frame/coordinates.py" />
   <source>Degrees, minutes, seconds</source>
   <translation>度、分、秒</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/exercise/editor/words.py" />
   <source>Delayed unit</source>
   <translation>单元延误</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/exercise/editor/sheet_page.py" />
   <source>Delete</source>
   <translation>删除</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/identity/recovery_page.py" />
   <source>Delete the code from this computer</source>
   <translation>从本机删除恢复码</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/messages/attachments.py" />
   <source>Delete …</source>
   <translation>删除…</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/supplies/plan.py" />
   <source>Deliveries</source>
   <translation>配送</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/supplies/plan_words.py" />
   <source>Deliveries: minimum-cost flow for each item, urgent places first, proven optimal.</source>
   <translation>配送：逐项物资的最小费用流，紧急地点优先，证明最优。</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/supplies/plan_words.py" />
   <source>Deliveries: not proven, the time ran out; a better plan is at most {percent} % better.</source>
   <translation>配送：时间用尽，未证明最优；更好的方案至多再好 {percent}%。</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/supplies/plan_words.py" />
   <source>Deliveries: not proven, the time ran out; how much better another plan is, nobody knows.</source>
   <translation>配送：时间用尽，未证明最优；其他方案能好多少尚不清楚。</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/supplies/plan_paper.py" />
   <source>Delivery plan</source>
   <translation>配送方案</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/data/shares_page.py" />
   <source>Depot</source>
   <translation>仓库</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/log/words.py" />
   <source>Depot {name} added</source>
   <translation>已添加仓库 {name}</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/exercise/editor/words.py" />
   <source>Depots</source>
   <translation>仓库</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/depots/panel.py" />
   <source>Depots and stock</source>
   <translation>仓库与库存</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/prints/traffic.py" />
   <source>Desk</source>
   <translation>席位</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/exercise/editor/words.py" />
   <source>Desks apart</source>
   <translation>调度台分离</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/connection/links_page.py" />
   <source>Desks that are not found by themselves</source>
   <translation>无法自动找到的席位</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/connection/stick_page.py" />
   <source>Desks without any connection meet by a stick. It is encrypted: only desks of this operation can read it.</source>
   <translation>没有任何连接的席位通过 U 盘同步。内容已加密：只有本行动的席位可以读取。</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/supplies/plan_paper.py" />
   <source>Destination</source>
   <translation>去向</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/incident/panel.py" />
   <source>Detail</source>
   <translation>详情</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/exercise/editor/words.py" />
   <source>Details</source>
   <translation>细节</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/crash.py" />
   <source>Details of the fault</source>
   <translation>故障详情</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/connection/links_page.py" />
   <source>Device</source>
   <translation>设备</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/log/words.py" />
   <source>Device {name} enrolled</source>
   <translation>设备 {name} 已登记</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/log/words.py" />
   <source>Device {name} shut out</source>
   <translation>设备 {name} 已被排除</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/data/sharing_page.py" />
   <source>Devices</source>
   <translation>设备</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/identity/devices_page.py" />
   <source>Devices of this operation</source>
   <translation>本行动的设备</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/identity/recovery_page.py" />
   <source>Devices that can be shut out</source>
   <translation>可以排除的设备</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/catalogue/window.py" />
   <source>Differences</source>
   <translation>差异</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/catalogue/window.py" />
   <source>Differences to what is in force</source>
   <translation>与现行版本的差异</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/catalogue/trial_page.py" />
   <source>Differs</source>
   <translation>差异</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/catalogue/versions_page.py" />
   <source>Digest</source>
   <translation>摘要值</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/catalogue/window.py" />
   <source>Discard changes of this file</source>
   <translation>放弃此文件的修改</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/prints/cards.py" />
   <source>Dispatch cards</source>
   <translation>派遣卡</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/prints/cards.py" />
   <source>Dispatched</source>
   <translation>已派出</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/first_run.py" />
   <source>Dispatcher</source>
   <translation>调度员</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/prints/way.py" />
   <source>Distance</source>
   <translation>距离</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/measure/controls.py" />
   <source>Distance, bearing</source>
   <translation>距离与方位</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/data/shares_page.py" />
   <source>Divide evenly among all desks</source>
   <translation>在所有席位间平均分配</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/data/shares_page.py" />
   <source>Divided stock is safe while desks are apart: each takes only from its own share, so nothing is promised twice.</source>
   <translation>分配后的库存在席位断开期间也是安全的：各席位只取用自己的份额，不会重复承诺。</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/recommend/moves.py" />
   <source>Do not follow</source>
   <translation>不采纳</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/exercise/deeds_page.py" />
   <source>Done</source>
   <translation>完成</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/sitrep/window.py" />
   <source>Draft anew</source>
   <translation>重新起草</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/closures/panel.py" />
   <source>Draw a closure here, or type closure and a street, or closure line and a reason, into the command line.</source>
   <translation>在此绘制封路，或在命令行输入“封路”加街名，或“封路 线”加原因。</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/search/window.py" />
   <source>Draw a sector …</source>
   <translation>绘制分区…</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/sketch/panel.py" />
   <source>Draw anew (R)</source>
   <translation>重画 (R)</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/field/sketching.py" />
   <source>Draw it</source>
   <translation>标绘</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/field/sketching.py" />
   <source>Draw on the map</source>
   <translation>在地图上标绘</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/search/window.py" />
   <source>Draw one, or lay a grid over an area.</source>
   <translation>请绘制分区，或在区域上生成网格。</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/frame/tool_keys.py" />
   <source>Draw what a GeoJSON or GPX file holds</source>
   <translation>绘出 GeoJSON 或 GPX 文件的内容</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/sketch/panel.py" />
   <source>Draw what a GeoJSON or GPX file holds …</source>
   <translation>标绘 GeoJSON 或 GPX 文件的内容…</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/sketch/panel.py" />
   <source>Draw what a file holds</source>
   <translation>标绘文件的内容</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/prints/map_job.py" />
   <source>Drawing the map in light colours</source>
   <translation>正在以浅色绘制地图</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/prints/pdf.py" />
   <source>Drawing the pages</source>
   <translation>正在绘制页面</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/sketch/panel.py" />
   <source>Drawn</source>
   <translation>标绘内容</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/layers/ground.py" />
   <source>Drawn map</source>
   <translation>绘制地图</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/log/words.py" />
   <source>Drawn on the map: {drawing}</source>
   <translation>地图标绘：{drawing}</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/facilities/rows.py" />
   <source>Drive</source>
   <translation>车程</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/exercise/editor/words.py" />
   <source>Drives as</source>
   <translation>行驶类型</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/prints/way.py" />
   <source>Driving time</source>
   <translation>行驶时间</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/messages/groups_page.py" />
   <source>Drop group</source>
   <translation>删除群组</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/exercise/notes_page.py" />
   <source>Due, 2026-12-01; Enter keeps it</source>
   <translation>期限，如 2026-12-01；按回车保存</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/exercise/editor/window.py" />
   <source>Duplicate</source>
   <translation>另存副本</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/messages/groups_page.py" />
   <source>E1 M3</source>
   <translation>E1 M3</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/messages/compose.py" />
   <source>E1 M3, a group, 42, all</source>
   <translation>E1 M3、群组、42、全体</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/messages/radio_page.py" />
   <source>E1 os   ·   d 42 E1   ·   note power is back</source>
   <translation>E1 os   ·   d 42 E1   ·   备注 已恢复供电</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/frame/overlay.py" />
   <source>E1 os sets a status: {codes}</source>
   <translation>E1 os 设置状态：{codes}</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/exercise/editor/preview.py" />
   <source>EXERCISE</source>
   <translation>演练</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/catalogue/trial_page.py" />
   <source>Each is asked with units, closures and stock as they stood when it was new.</source>
   <translation>每个事件都按首次派遣时的单元、封路和库存状态来推荐。</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/catalogue/versions_page.py" />
   <source>Each version is an entry of the log, and reaches every desk. Going back is an entry too; nothing is lost.</source>
   <translation>每个版本都是日志中的一条记录，会送达所有席位。恢复旧版本同样是一条记录，不会丢失任何内容。</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/exercise/editor/guide_page.py" />
   <source>Earlier</source>
   <translation>前移</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/exercise/editor/sheet_page.py" />
   <source>Earliest</source>
   <translation>最早</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/messages/compose.py" />
   <source>Edit templates …</source>
   <translation>编辑模板…</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/exercise/editor/words.py" />
   <source>Emergency call</source>
   <translation>紧急来电</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/supplies/attention.py" />
   <source>Empty in</source>
   <translation>预计耗尽</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/frame/keys.py" />
   <source>En route</source>
   <translation>途中</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/data/window.py" />
   <source>End of the operation</source>
   <translation>行动结束</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/incident/turns.py" />
   <source>End of the way</source>
   <translation>路线结束</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/board/panel.py" />
   <source>End the assignment</source>
   <translation>结束任务</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/data/end_page.py" />
   <source>End the operation for good</source>
   <translation>彻底结束行动</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/roll_call/window.py" />
   <source>End the roll-call (Ctrl+Enter)</source>
   <translation>结束点名（Ctrl+Enter）</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/exercise/control.py" />
   <source>Ended</source>
   <translation>结束</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/queue/panel.py" />
   <source>Ended incidents too</source>
   <translation>包括已结束的事件</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/data/end_page.py" />
   <source>Ending signs a last entry. From then on nothing more is written in this operation, at any desk, except erasures of personal data. It cannot be taken back. The log stays here and at every other desk.</source>
   <translation>结束行动会签署最后一条记录。此后，除删除个人数据外，任何席位都不能再向本次行动写入内容。此操作无法撤回。日志仍保留在本机和其他所有席位。</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/exercise/editor/guide_page.py" />
   <source>English</source>
   <translation>英文</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/field/cards.py" />
   <source>English / Chinese</source>
   <translation>英文 / 中文</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/messages/radio_page.py" />
   <source>Enter</source>
   <translation>录入</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/queue/surge.py" />
   <source>Enter opens · M merges · N not the same · P plans together · S sends one, Shift+S all · G by area · D only possible duplicates</source>
   <translation>回车打开 · M 合并 · N 不是同一事件 · P 统一方案 · S 派出一起，Shift+S 全部 · G 按区域 · D 只看可能重复</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/alarms/panel.py" />
   <source>Enter: silence it at every desk; it stays in the list</source>
   <translation>Enter：在所有席位静音；仍留在列表中</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/messages/radio_page.py" />
   <source>Entered late: what happened earlier, from a card or from memory. The log keeps both times.</source>
   <translation>补录：根据卡片或记忆写下先前发生的事。日志保留两个时间。</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/data/checkpoints_page.py" />
   <source>Entries</source>
   <translation>条目</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/log/panel.py" />
   <source>Entry</source>
   <translation>记录</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/log/words.py" />
   <source>Entry of a newer program: {entry_type}</source>
   <translation>较新程序写入的条目：{entry_type}</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/data/classes_page.py" />
   <source>Erase all that is due</source>
   <translation>清除所有到期数据</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/data/classes_page.py" />
   <source>Erase for good</source>
   <translation>永久清除</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/data/classes_page.py" />
   <source>Erasing takes away names, numbers and words; the log stays whole and can still be verified.</source>
   <translation>清除会去掉姓名、号码和原话；日志保持完整，仍可验证。</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/prints/ics.py" />
   <source>Evacuated</source>
   <translation>疏散</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/exercise/control.py" />
   <source>Evaluation</source>
   <translation>评估</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/exercise/choice_pages.py" />
   <source>Evaluator</source>
   <translation>评估员</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/exercise/injects_page.py" />
   <source>Evaluators look at: {note}</source>
   <translation>评估员注意：{note}</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/prints/ics.py" />
   <source>Event</source>
   <translation>事件</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/data/end_page.py" />
   <source>Every incident is closed.</source>
   <translation>所有事件均已关闭。</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/frame/keys.py" />
   <source>Every key</source>
   <translation>全部快捷键</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/frame/overlay.py" />
   <source>Every word of the command line</source>
   <translation>命令行的全部词语</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/identity/people_page.py" />
   <source>Everybody at a desk of this operation may do everything</source>
   <translation>本行动各席位的每个人都可以做任何操作</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/data/sharing_page.py" />
   <source>Everybody else (public)</source>
   <translation>其他所有人（公众）</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/first_run.py" />
   <source>Everything stays on this computer and works without a network.</source>
   <translation>所有数据都保存在本机，无需网络即可使用。</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/crash.py" />
   <source>Everything that was confirmed is safe in the log. You can go on working; if something looks odd, restart.</source>
   <translation>已确认的内容都安全地保存在日志中。您可以继续工作；如有异常，请重新启动。</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/importing/window.py" />
   <source>Everything was read</source>
   <translation>全部读取成功</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/frame/keys.py" />
   <source>Everywhere</source>
   <translation>全局</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/help/grammar.py" />
   <source>Example</source>
   <translation>示例</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/exercise/choice.py" />
   <source>Exercise</source>
   <translation>演练</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/exercise/timelines_page.py" />
   <source>Exercise time</source>
   <translation>演练时间</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/exercise/live_bar.py" />
   <source>Exercise time stands until you go on.</source>
   <translation>演练时间已停，直至您继续。</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/exercise/editor/words.py" />
   <source>Expected response, Chinese</source>
   <translation>预期响应（中文）</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/exercise/editor/words.py" />
   <source>Expected response, English</source>
   <translation>预期响应（英文）</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/exercise/editor/words.py" />
   <source>Expires</source>
   <translation>有效期</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/supplies/attention.py" />
   <source>Expires at</source>
   <translation>临期仓库</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/supplies/attention.py" />
   <source>Expiring</source>
   <translation>临期</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/sketch/words.py" />
   <source>Explosives</source>
   <translation>爆炸物</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/exercise/editor/window.py" />
   <source>Export …</source>
   <translation>导出…</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/frame/strip.py" />
   <source>F1 every key · F2 new incident · / command line · Enter in the queue: who should go, Enter again: send</source>
   <translation>F1 全部快捷键 · F2 新建事件 · / 命令行 · 队列中 Enter：该派谁，再按 Enter：派出</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/report/ringing.py" />
   <source>F2 answers</source>
   <translation>F2 接听</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/queue/panel.py" />
   <source>F2 takes a new one. Or type new fire 12 Mill Lane into the command line.</source>
   <translation>按 F2 新建，或在命令行输入“新建 建筑火灾 地址”。</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/facilities/choice.py" />
   <source>Facilities within reach are ranked here; those that report their places above come first.</source>
   <translation>可到达的机构在此排序；在上方上报过床位的排在前面。</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/facilities/rows.py" />
   <source>Facility</source>
   <translation>机构</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/log/words.py" />
   <source>Facility {name} added</source>
   <translation>已添加设施 {name}</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/speeds/window.py" />
   <source>Factors on driving times</source>
   <translation>行驶时间系数</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/speeds/window.py" />
   <source>Factors on the shipped driving times: ×1.20 takes a fifth longer. Fit: Huber's robust estimator on the logarithms of the times from en route to on scene, with a weak pull towards 1 (method: docs/roads.md). Nothing changes until somebody adopts it.</source>
   <translation>随附行驶时间的系数：×1.20 表示多用五分之一的时间。拟合方法：对从途中到到场时间的对数使用 Huber 稳健估计，并轻微向 1 收缩（方法见 docs/roads.md）。在有人采用之前不会有任何改变。</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/faults/window.py" />
   <source>Fault reports</source>
   <translation>故障报告</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/messages/attachments.py" />
   <source>Fetch</source>
   <translation>获取</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/field/window.py" />
   <source>Field</source>
   <translation>现场</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/first_run.py" />
   <source>Field commander</source>
   <translation>现场指挥员</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/statistics/window.py" />
   <source>Figures</source>
   <translation>统计</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/exercise/choice_pages.py" />
   <source>File</source>
   <translation>文件</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/messages/rows.py" />
   <source>Files</source>
   <translation>文件</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/catalogue/window.py" />
   <source>Files of the catalogue</source>
   <translation>目录文件</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/supplies/plan.py" />
   <source>Fill up the depots</source>
   <translation>补足各仓库</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/depots/panel.py" />
   <source>Filter depots and items</source>
   <translation>筛选仓库与物资</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/facilities/window.py" />
   <source>Filter facilities</source>
   <translation>筛选机构</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/log/panel.py" />
   <source>Filter the log</source>
   <translation>筛选日志</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/closures/form.py" />
   <source>Fire engines</source>
   <translation>消防车</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/sketch/words.py" />
   <source>Fire front</source>
   <translation>火线</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/field/cards.py" />
   <source>Fire is visible</source>
   <translation>可见明火</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/layers/legend.py" />
   <source>Fire station</source>
   <translation>消防站</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/identity/people_page.py" />
   <source>First PIN on this computer</source>
   <translation>本机上的首个 PIN</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/exercise/editor/trial_page.py" />
   <source>First arrival: median {median}, 90 % within {most}</source>
   <translation>首到：中位数 {median}，90% 在 {most} 以内</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/exercise/timelines_page.py" />
   <source>First run</source>
   <translation>首次运行</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/speeds/window.py" />
   <source>Fit again</source>
   <translation>重新拟合</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/speeds/window.py" />
   <source>Fitted</source>
   <translation>拟合值</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/sketch/words.py" />
   <source>Flood</source>
   <translation>洪水</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/importing/window.py" />
   <source>Folder with the files</source>
   <translation>文件所在文件夹</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/identity/devices_page.py" />
   <source>For</source>
   <translation>供</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/exercise/injects_page.py" />
   <source>For: {name}</source>
   <translation>对象：{name}</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/layers/toggles.py" />
   <source>Forces</source>
   <translation>力量</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/search/window.py" />
   <source>Found in this sector</source>
   <translation>在此分区找到</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/search/rating.py" />
   <source>Found within m: 25, 50, 75, 95 %</source>
   <translation>找到距离（米）：25、50、75、95%</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/data/shares_page.py" />
   <source>Free</source>
   <translation>可用</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/layers/toggles.py" />
   <source>Free places in facilities</source>
   <translation>设施空余容量</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/closures/form.py" />
   <source>From</source>
   <translation>自</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/first_run.py" />
   <source>From a USB stick or a folder. The check shows which districts it covers.</source>
   <translation>来自 U 盘或文件夹。检查会显示其覆盖的区县。</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/statistics/tables.py" />
   <source>From call to dispatch</source>
   <translation>接报到派出</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/supplies/attention.py" />
   <source>From movements</source>
   <translation>依据记录数</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/statistics/tables.py" />
   <source>From ring to answer</source>
   <translation>从振铃到接听</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/sitrep/draft.py" />
   <source>From {start} to {end}.</source>
   <translation>{start} 至 {end}。</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/exercise/rows.py" />
   <source>Fulfilled</source>
   <translation>完成</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/frame/keys.py" />
   <source>Full screen</source>
   <translation>全屏</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/layers/legend.py" />
   <source>Full, or takes nobody in</source>
   <translation>已满或不再接收</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/exercise/editor/words.py" />
   <source>Further effects</source>
   <translation>其他效果</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/search/rows.py" />
   <source>Gain an hour</source>
   <translation>每小时增益</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/sketch/words.py" />
   <source>Gas</source>
   <translation>燃气</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/sketch/words.py" />
   <source>Gas shut-off</source>
   <translation>燃气阀门</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/prints/ics_more.py" />
   <source>General message</source>
   <translation>通用电文</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/field/situation.py" />
   <source>Getting better</source>
   <translation>好转</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/field/situation.py" />
   <source>Getting worse</source>
   <translation>恶化</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/conflicts/panel.py" />
   <source>Give back</source>
   <translation>退回</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/exercise/inject_sheet.py" />
   <source>Give it up</source>
   <translation>放弃</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/orders/panel.py" />
   <source>Give order</source>
   <translation>下达命令</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/identity/people_page.py" />
   <source>Give the role</source>
   <translation>授予角色</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/field/team.py" />
   <source>Give the task</source>
   <translation>下达任务</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/identity/gate.py" />
   <source>Give up</source>
   <translation>放弃</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/closures/form.py" />
   <source>Give up (Esc)</source>
   <translation>放弃（Esc）</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/identity/people_page.py" />
   <source>Given by</source>
   <translation>授予人</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/exercise/timelines_page.py" />
   <source>Go back to it</source>
   <translation>回退到此</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/catalogue/versions_page.py" />
   <source>Go back to this version</source>
   <translation>恢复到此版本</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/exercise/choice.py" />
   <source>Go on</source>
   <translation>继续</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/exercise/control.py" />
   <source>Go on to an exercise time</source>
   <translation>推进到某一演练时刻</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/exercise/choice_pages.py" />
   <source>Go on with it</source>
   <translation>继续</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/exercise/timelines_page.py" />
   <source>Go on with this timeline</source>
   <translation>继续此时间线</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/crash.py" />
   <source>Go on working</source>
   <translation>继续工作</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/identity/recovery_sheet.py" />
   <source>Go to any other computer that has this operation, or to a new laptop that has received its log by hub or stick.</source>
   <translation>到任何一台有本次行动的其他计算机，或一台已通过汇聚站或 U 盘收到其日志的新笔记本电脑。</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/alarms/panel.py" />
   <source>Go to it</source>
   <translation>前往查看</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/map_menu.py" />
   <source>Go to its incident</source>
   <translation>查看其事件</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/catalogue/window.py" />
   <source>Go to the line (F8)</source>
   <translation>转到该行 (F8)</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/map_menu.py" />
   <source>Go to this place</source>
   <translation>前往此处</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/frame/keys.py" />
   <source>Go to what the alarm is about</source>
   <translation>前往告警所指</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/statistics/tables.py" />
   <source>Goal</source>
   <translation>目标</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/facilities/rows.py" />
   <source>Goes to</source>
   <translation>去往</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/messages/compose.py" />
   <source>Goes to {units}</source>
   <translation>发给 {units}</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/field/cards.py" />
   <source>Goes with your words: {names}</source>
   <translation>随您的话一起发送：{names}</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/exercise/timelines_page.py" />
   <source>Going back begins a new timeline at that moment; this one stays as it is, and can be gone on with.</source>
   <translation>回退会在该时刻开始一条新时间线；当前时间线保持不变，可随时继续。</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/statistics/tables.py" />
   <source>Goods</source>
   <translation>物资</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/layers/legend.py" />
   <source>Goods below their minimum</source>
   <translation>物资不足</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/supplies/attention.py" />
   <source>Goods must have gone out at least four times within two days, ten minutes apart.</source>
   <translation>两天内须至少发出四次，且相隔十分钟以上。</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/supplies/partners.py" />
   <source>Goods: place on the map …</source>
   <translation>物资：在地图上定位…</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/incident/detail.py" />
   <source>Grade</source>
   <translation>级别</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/words.py" />
   <source>Grade I, red</source>
   <translation>I 级（红色）</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/words.py" />
   <source>Grade II, orange</source>
   <translation>II 级（橙色）</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/words.py" />
   <source>Grade III, yellow</source>
   <translation>III 级（黄色）</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/words.py" />
   <source>Grade IV, blue</source>
   <translation>IV 级（蓝色）</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/search/window.py" />
   <source>Grid over an area …</source>
   <translation>在区域上生成网格…</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/data/classes_page.py" />
   <source>Ground</source>
   <translation>依据</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/messages/groups_page.py" />
   <source>Group</source>
   <translation>群组</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/identity/recovery_page.py" />
   <source>Group 4 of the paper</source>
   <translation>凭证上的第 4 组</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/log/words.py" />
   <source>Group {group} dropped</source>
   <translation>群组 {group} 已删除</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/log/words.py" />
   <source>Group {name} set up</source>
   <translation>群组 {name} 已设定</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/messages/groups_page.py" />
   <source>Groups</source>
   <translation>群组</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/exercise/editor/window.py" />
   <source>Guide</source>
   <translation>引导</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/data/checkpoints_page.py" />
   <source>Hand out …</source>
   <translation>交出…</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/identity/paper.py" />
   <source>Hand this over as a picture or a file. Then read this number to the other person; it must be the same there:</source>
   <translation>请以图片或文件交给对方，然后把此数字念给对方；对方那里必须相同：</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/exercise/rows.py" />
   <source>Happened</source>
   <translation>已发生</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/messages/radio_page.py" />
   <source>Happened at</source>
   <translation>发生时间</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/frame/keys.py" />
   <source>Have the alarm in hand</source>
   <translation>接手告警</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/sketch/words.py" />
   <source>Hazard</source>
   <translation>危险源</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/layers/toggles.py" />
   <source>Hazard areas</source>
   <translation>危险区</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/sketch/panel.py" />
   <source>Hazard here, {n} m around</source>
   <translation>此处为危险源，周围 {n} 米</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/connection/links_page.py" />
   <source>Heard last</source>
   <translation>最近确认</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/closures/form.py" />
   <source>Heavy trucks</source>
   <translation>重型车</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/data/classes_page.py" />
   <source>Held now</source>
   <translation>现存</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/exercise/editor/guide_page.py" />
   <source>Help, Chinese</source>
   <translation>提示（中文）</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/exercise/editor/guide_page.py" />
   <source>Help, English</source>
   <translation>提示（英文）</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/field/sketching.py" />
   <source>Here, where I am</source>
   <translation>标在我所在处</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/connection/code_page.py" />
   <source>Hide the code</source>
   <translation>隐藏代码</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/frame/keys.py" />
   <source>Hide the panel that has the keyboard</source>
   <translation>隐藏当前键盘所在的面板</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/reach/controls.py" />
   <source>Hide the reach</source>
   <translation>隐藏可达范围</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/frame/dock.py" />
   <source>Hide this panel</source>
   <translation>隐藏此面板</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/data/sharing_page.py" />
   <source>Holds for bundles and for what the hub gives. What somebody has already stays there; its copy verifies either way.</source>
   <translation>适用于数据包和汇聚站发出的内容。已给出的内容仍留在对方；其副本始终可以验证。</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/prints/ics_more.py" />
   <source>Home</source>
   <translation>所属</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/prints/ics.py" />
   <source>Home agency</source>
   <translation>所属单位</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/layers/legend.py" />
   <source>Hospital</source>
   <translation>医院</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/frame/windows.py" />
   <source>Hospitals and shelters</source>
   <translation>医院和安置点</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/layers/toggles.py" />
   <source>Hospitals, shelters, hydrants</source>
   <translation>医院、避难所、消火栓</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/statistics/tables.py" />
   <source>Hour</source>
   <translation>小时</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/search/rows.py" />
   <source>Hours</source>
   <translation>小时</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/search/window.py" />
   <source>Hours searched</source>
   <translation>实际搜索小时数</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/reach/menu.py" />
   <source>How far one gets from here</source>
   <translation>从这里能到多远</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/reach/menu.py" />
   <source>How far {callsign} gets</source>
   <translation>{callsign} 能到多远</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/header/bar.py" />
   <source>How this desk stands to other desks</source>
   <translation>本席位与其他席位的同步状态</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/connection/links_page.py" />
   <source>Hub</source>
   <translation>汇聚站</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/exercise/sharing_page.py" />
   <source>Hub for exercises; empty: this network</source>
   <translation>演练中心；留空为本局域网</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/field/cards.py" />
   <source>I am here …</source>
   <translation>我在这里……</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/field/frame.py" />
   <source>I have it in hand</source>
   <translation>我来处理</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/prints/papers.py" />
   <source>ICS 201 Incident briefing</source>
   <translation>ICS 201 事件简报</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/prints/papers.py" />
   <source>ICS 204 Assignment list</source>
   <translation>ICS 204 任务分配表</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/prints/papers.py" />
   <source>ICS 205 Radio plan</source>
   <translation>ICS 205 无线电通信计划</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/prints/papers.py" />
   <source>ICS 209 Incident status summary</source>
   <translation>ICS 209 事件状态摘要</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/prints/papers.py" />
   <source>ICS 211 Check-in list</source>
   <translation>ICS 211 签到表</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/prints/papers.py" />
   <source>ICS 213 General message</source>
   <translation>ICS 213 通用电文</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/prints/papers.py" />
   <source>ICS 214 Activity log</source>
   <translation>ICS 214 活动日志</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/prints/papers.py" />
   <source>ICS 309 Communications log</source>
   <translation>ICS 309 通信日志</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/prints/ics.py" />
   <source>Identifier</source>
   <translation>标识</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/first_run.py" />
   <source>Import a map</source>
   <translation>导入地图</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/frame/windows.py" />
   <source>Import resources</source>
   <translation>导入资源</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/exercise/editor/window.py" />
   <source>Import …</source>
   <translation>导入…</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/first_run.py" />
   <source>Imported or copied before; its operation goes on where it was.</source>
   <translation>以前导入或复制的区域；其行动从原处继续。</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/identity/recovery_sheet.py" />
   <source>In a terminal: {command}</source>
   <translation>在终端中：{command}</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/alarms/panel.py" />
   <source>In hand</source>
   <translation>已接手</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/alarms/panel.py" />
   <source>In how many minutes</source>
   <translation>多少分钟后</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/depots/panel.py" />
   <source>In stock</source>
   <translation>库存</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/report/form.py" />
   <source>In the caller's words</source>
   <translation>报警人原话</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/frame/keys.py" />
   <source>In the queue: show the place, go to who should go</source>
   <translation>在队列中：显示地点，转到推荐单元</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/speeds/window.py" />
   <source>In use</source>
   <translation>使用中</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/speeds/window.py" />
   <source>In use: the shipped times.</source>
   <translation>使用中：随附的时间。</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/field/cards.py" />
   <source>In {distance}: {turn}</source>
   <translation>{distance}后：{turn}</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/catalogue/trial_page.py" />
   <source>Incident</source>
   <translation>事件</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/prints/ics.py" />
   <source>Incident briefing</source>
   <translation>事件简报</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/prints/ics.py" />
   <source>Incident commander</source>
   <translation>现场总指挥</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/data/classes_page.py" />
   <source>Incident number, callsign or person</source>
   <translation>警情编号、呼号或人员</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/frame/keys.py" />
   <source>Incident panel</source>
   <translation>事件面板</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/frame/keys.py" />
   <source>Incident queue</source>
   <translation>事件队列</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/prints/papers.py" />
   <source>Incident report</source>
   <translation>事件报告</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/prints/ics.py" />
   <source>Incident status summary</source>
   <translation>事件状态摘要</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/exercise/editor/words.py" />
   <source>Incident type</source>
   <translation>事件类型</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/catalogue/window.py" />
   <source>Incident types and priorities</source>
   <translation>事件类型与优先级</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/map_menu.py" />
   <source>Incident {number}: who should go</source>
   <translation>事件 {number}：派谁去</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/frame/keys.py" />
   <source>Incident: detail</source>
   <translation>事件：详情</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/frame/keys.py" />
   <source>Incident: messages</source>
   <translation>事件：消息</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/frame/keys.py" />
   <source>Incident: recommendation</source>
   <translation>事件：推荐</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/frame/keys.py" />
   <source>Incident: timeline</source>
   <translation>事件：时间线</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/frame/keys.py" />
   <source>Incident: units</source>
   <translation>事件：单元</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/frame/keys.py" />
   <source>Incident: way and turns</source>
   <translation>事件：路线与转弯</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/statistics/tables.py" />
   <source>Incidents</source>
   <translation>事件</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/layers/toggles.py" />
   <source>Incidents by class</source>
   <translation>按类别显示事件</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/layers/toggles.py" />
   <source>Incidents by grade</source>
   <translation>按等级显示事件</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/exercise/editor/trial_page.py" />
   <source>Incidents that nobody was sent to: {n}</source>
   <translation>无人出动的事件：{n}</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/sketch/words.py" />
   <source>Infectious matter</source>
   <translation>感染性物质</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/exercise/editor/words.py" />
   <source>Information</source>
   <translation>信息</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/exercise/evaluation_page.py" />
   <source>Inject {number}: {note}</source>
   <translation>注入{number}：{note}</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/exercise/control.py" />
   <source>Injects</source>
   <translation>注入</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/exercise/injects_page.py" />
   <source>Injects of all controllers</source>
   <translation>所有导调员的注入</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/exercise/injects_page.py" />
   <source>Injects of {name}</source>
   <translation>{name}的注入</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/field/situation.py" />
   <source>Injured</source>
   <translation>受伤</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/exercise/editor/sheet_page.py" />
   <source>Insert adds one.</source>
   <translation>按 Insert 键添加。</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/exercise/editor/words.py" />
   <source>Intended player</source>
   <translation>目标参演者</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/supplies/stock.py" />
   <source>Issue</source>
   <translation>发放</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/data/sharing_page.py" />
   <source>It is not</source>
   <translation>不属于</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/report/aside.py" />
   <source>It is the same: add the call to {number}</source>
   <translation>是同一事件：将来电并入 {number}</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/data/sharing_page.py" />
   <source>It is this partner's</source>
   <translation>属于该合作单位</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/identity/acts_page.py" />
   <source>It shall not count</source>
   <translation>使其不生效</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/data/shares_page.py" />
   <source>Item</source>
   <translation>物资</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/supplies/stock.py" />
   <source>Item or kit</source>
   <translation>物资或套装</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/frame/files.py" />
   <source>Its folder (Ctrl+P, F)</source>
   <translation>所在文件夹（Ctrl+P, F）</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/exercise/editor/guide_page.py" />
   <source>Its help is said besides when nothing is done for a while.</source>
   <translation>一段时间无操作时，另外显示该步的提示。</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/connection/code_page.py" />
   <source>Join</source>
   <translation>加入</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/connection/code_page.py" />
   <source>Join a hub, or the operation of another desk, with the code that you were given or that a scanner types.</source>
   <translation>用收到的或扫码枪输入的代码，加入汇聚站或另一席位的行动。</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/conflicts/panel.py" />
   <source>Keep both</source>
   <translation>两者都保留</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/facilities/choice.py" />
   <source>Keep places (Enter)</source>
   <translation>预留床位 (回车)</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/facilities/window.py" />
   <source>Keep places above.</source>
   <translation>请在上方预留床位。</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/facilities/report.py" />
   <source>Keep services</source>
   <translation>保存服务能力</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/report/form.py" />
   <source>Keep the call as it is, to be rung back (Ctrl+Shift+K); every desk sees it</source>
   <translation>按现状保留来电以便回拨（Ctrl+Shift+K）；所有席位可见</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/exercise/inject_sheet.py" />
   <source>Keep the change</source>
   <translation>保留更改</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/conflicts/panel.py" />
   <source>Keep this</source>
   <translation>保留此值</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/search/rating.py" />
   <source>Keep weights</source>
   <translation>保存权重</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/recommend/moves.py" />
   <source>Keeps for review that this suggestion was not followed, and why</source>
   <translation>留存备查：未采纳该建议及其理由</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/facilities/rows.py" />
   <source>Kept</source>
   <translation>已预留</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/data/classes_page.py" />
   <source>Kept for</source>
   <translation>保存期限</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/frame/overlay.py" />
   <source>Keys and commands</source>
   <translation>快捷键与命令</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/data/sharing_page.py" />
   <source>Kind</source>
   <translation>种类</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/catalogue/window.py" />
   <source>Kinds of units</source>
   <translation>单元类型</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/catalogue/window.py" />
   <source>Kits</source>
   <translation>成套物资</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/field/window.py" />
   <source>LIVE</source>
   <translation>实战</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/supplies/attention.py" />
   <source>Lacking</source>
   <translation>缺少</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/connection/links_page.py" />
   <source>Lacks</source>
   <translation>缺少</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/field/situation.py" />
   <source>Ladder</source>
   <translation>云梯</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/closures/form.py" />
   <source>Ladders</source>
   <translation>云梯车</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/sketch/words.py" />
   <source>Landing zone</source>
   <translation>直升机起降点</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/sketch/words.py" />
   <source>Landslide</source>
   <translation>滑坡</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/first_run.py" />
   <source>Language</source>
   <translation>语言</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/sitrep/window.py" />
   <source>Last 12 hours</source>
   <translation>最近12小时</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/sitrep/window.py" />
   <source>Last 24 hours</source>
   <translation>最近24小时</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/statistics/window.py" />
   <source>Last 30 days</source>
   <translation>最近30天</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/sitrep/window.py" />
   <source>Last 7 days</source>
   <translation>最近7天</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/identity/recovery_page.py" />
   <source>Last entry that is believed</source>
   <translation>最后可信的记录</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/catalogue/trial_page.py" />
   <source>Last incidents</source>
   <translation>最近事件数</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/exercise/rows.py" />
   <source>Late</source>
   <translation>过迟</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/exercise/editor/guide_page.py" />
   <source>Later</source>
   <translation>后移</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/recommend/decisions.py" />
   <source>Later by</source>
   <translation>晚到</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/exercise/editor/words.py" />
   <source>Latitude</source>
   <translation>纬度</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/frame/coordinates.py" />
   <source>Latitude, longitude</source>
   <translation>纬度、经度</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/field/layers.py" />
   <source>Layer: {name}</source>
   <translation>图层：{name}</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/layers/panel.py" />
   <source>Layers</source>
   <translation>图层</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/statistics/tables.py" />
   <source>Least</source>
   <translation>最低</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/exercise/editor/trial_page.py" />
   <source>Least coverage of stations: {percent} %</source>
   <translation>最低站点覆盖：{percent}%</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/supplies/plan_words.py" />
   <source>Least driving</source>
   <translation>行驶最少</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/exercise/notes_page.py" />
   <source>Leave it as it was</source>
   <translation>保持原样</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/exercise/injects_page.py" />
   <source>Leave it out</source>
   <translation>略过</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/supplies/plan_rows.py" />
   <source>Leaves</source>
   <translation>出发</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/field/cards.py" />
   <source>Leaving the scene</source>
   <translation>撤离现场</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/exercise/timelines_page.py" />
   <source>Left</source>
   <translation>源自</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/data/shares_page.py" />
   <source>Left to each desk</source>
   <translation>各席位余量</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/exercise/editor/trial_page.py" />
   <source>Left to people (merging, speaking, closing roads): injects {numbers}</source>
   <translation>须由人完成（合并、通报、封路）：注入 {numbers}</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/field/layers.py" />
   <source>Legend</source>
   <translation>图例</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/frame/keys.py" />
   <source>Less motion: nothing glides on the map</source>
   <translation>减少动效：地图上不再平滑移动</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/layers/legend.py" />
   <source>Less than a tenth is free</source>
   <translation>空余不足一成</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/facilities/window.py" />
   <source>Let go (L)</source>
   <translation>离开 (L)</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/identity/acts_page.py" />
   <source>Let it count</source>
   <translation>使其生效</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/exercise/injects_page.py" />
   <source>Let it happen now</source>
   <translation>立即发生</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/identity/devices_page.py" />
   <source>Let it in as</source>
   <translation>准许其担任</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/recommend/moves.py" />
   <source>Let it take over</source>
   <translation>由其接手</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/exercise/sharing_page.py" />
   <source>Let other computers take part</source>
   <translation>允许其他计算机参加</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/identity/recovery_page.py" />
   <source>Let this device stay</source>
   <translation>保留此设备</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/identity/people_page.py" />
   <source>Let this person sign in here</source>
   <translation>允许此人在此登录</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/exercise/control.py" />
   <source>Let time run</source>
   <translation>开始计时</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/words.py" />
   <source>Life at risk</source>
   <translation>危及生命</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/supplies/plan_words.py" />
   <source>Life at risk is served first and soonest; all other trips with the least driving, there and back. Up to {n} loads exactly.</source>
   <translation>有生命危险的地点最先、最早送达；其余车次使往返行驶最少。不超过 {n} 批货物时为精确解。</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/frame/keys.py" />
   <source>Light</source>
   <translation>浅色</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/statistics/tables.py" />
   <source>Limit, s</source>
   <translation>时限，秒</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/sketch/words.py" />
   <source>Line</source>
   <translation>线</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/layers/legend.py" />
   <source>Line drawn by hand</source>
   <translation>手绘线</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/report/form.py" />
   <source>Line dropped</source>
   <translation>线路中断</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/facilities/rows.py" />
   <source>Load</source>
   <translation>负荷</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/supplies/plan_rows.py" />
   <source>Load weight</source>
   <translation>载重</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/field/frame.py" />
   <source>Lock</source>
   <translation>锁屏</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/frame/keys.py" />
   <source>Lock the screen</source>
   <translation>锁定屏幕</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/lock/choice.py" />
   <source>Lock the screen by itself (a PIN opens it; alarms go on)</source>
   <translation>自动锁屏（用 PIN 解锁；告警照常）</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/lock/window.py" />
   <source>Locked</source>
   <translation>已锁定</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/words.py" />
   <source>Logistics</source>
   <translation>后勤</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/exercise/editor/words.py" />
   <source>Longitude</source>
   <translation>经度</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/facilities/choice.py" />
   <source>Look again</source>
   <translation>重新计算</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/frame/keys.py" />
   <source>Look and language</source>
   <translation>外观与语言</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/data/end_page.py" />
   <source>Look at an archive …</source>
   <translation>查看归档…</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/frame/keys.py" />
   <source>Look back</source>
   <translation>回看</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/field/receiver.py" />
   <source>Look for lines again</source>
   <translation>重新查找串口</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/data/looks_page.py" />
   <source>Looked</source>
   <translation>查阅次数</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/past/window.py" />
   <source>Looking back</source>
   <translation>回看</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/recommend/moves.py" />
   <source>Looking for moves …</source>
   <translation>正在寻找前移方案…</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/recommend/panel.py" />
   <source>Looking for the nearest units …</source>
   <translation>正在查找最近的单元…</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/recommend/moves.py" />
   <source>Looking who reaches what in time …</source>
   <translation>正在计算谁能按时到达何处…</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/sketch/words.py" />
   <source>Lookout</source>
   <translation>观察哨</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/data/looks_page.py" />
   <source>Looks and erasures</source>
   <translation>查阅与清除</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/data/looks_page.py" />
   <source>Looks are written down every five minutes.</source>
   <translation>查阅记录每五分钟写入一次。</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/exercise/editor/words.py" />
   <source>Loss of positions</source>
   <translation>定位丢失</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/exercise/editor/words.py" />
   <source>Loss of the data link</source>
   <translation>数据链路中断</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/queue/timing.py" />
   <source>MAYDAY</source>
   <translation>求救</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/sitrep/draft.py" />
   <source>MAYDAY {callsign}.</source>
   <translation>求救 {callsign}。</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/log/words.py" />
   <source>MAYDAY {callsign}: {text}</source>
   <translation>求救 {callsign}：{text}</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/field/frame.py" />
   <source>MAYDAY: hold</source>
   <translation>求救：按住</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/frame/coordinates.py" />
   <source>MGRS</source>
   <translation>MGRS</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/data/checkpoints_page.py" />
   <source>Made</source>
   <translation>生成时间</translation>
  </message>
  <message>
   <location filename="../../commandcenter/app/region_choice.py" />
   <source>Making the training region</source>
   <translation>正在生成训练区域</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/field/window.py" />
   <source>Map</source>
   <translation>地图</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/frame/compact.py" />
   <source>Map and panels</source>
   <translation>地图与面板</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/first_run.py" />
   <source>Map file or pack</source>
   <translation>地图文件或区域包</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/field/layers.py" />
   <source>Map layers</source>
   <translation>地图图层</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/frame/windows.py" />
   <source>Map legend</source>
   <translation>地图图例</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/layers/ground.py" />
   <source>Map of pictures</source>
   <translation>影像地图</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/past/window.py" />
   <source>Map, queue, units and log as they stood then. Nothing can be changed here.</source>
   <translation>地图、队列、单元和日志均为当时状态。此处不能更改。</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/sketch/panel.py" />
   <source>Maps (*.geojson *.json *.gpx)</source>
   <translation>地图 (*.geojson *.json *.gpx)</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/layers/ground.py" />
   <source>Maps (*.mbtiles *.pmtiles)</source>
   <translation>地图 (*.mbtiles *.pmtiles)</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/exercise/editor/words.py" />
   <source>Match rule</source>
   <translation>匹配规则</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/queue/surge_rows.py" />
   <source>May be the same as</source>
   <translation>可能相同于</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/closures/form.py" />
   <source>May pass:</source>
   <translation>可通行：</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/log/words.py" />
   <source>Mayday of {callsign} ended</source>
   <translation>{callsign} 求救解除</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/frame/tool_keys.py" />
   <source>Measure an area</source>
   <translation>量测面积</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/frame/tool_keys.py" />
   <source>Measure distance and bearing</source>
   <translation>量测距离与方位</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/measure/controls.py" />
   <source>Measured: {what}</source>
   <translation>测量：{what}</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/statistics/tables.py" />
   <source>Median, s</source>
   <translation>中位数（秒）</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/connection/links_page.py" />
   <source>Meet other desks on this network, without any hub</source>
   <translation>与此网络中的其他席位直接同步，无需汇聚站</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/messages/groups_page.py" />
   <source>Members</source>
   <translation>成员</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/queue/surge.py" />
   <source>Merge</source>
   <translation>合并</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/words.py" />
   <source>Merged</source>
   <translation>已合并</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/incident/lines.py" />
   <source>Message</source>
   <translation>消息</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/incident/lines.py" />
   <source>Message to all on this incident</source>
   <translation>发给本事件所有单元的消息</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/log/words.py" />
   <source>Message to {to}: {text}</source>
   <translation>发给 {to} 的消息：{text}</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/field/messages.py" />
   <source>Messages</source>
   <translation>消息</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/frame/windows.py" />
   <source>Messages, groups, radio</source>
   <translation>消息、群组、电台</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/exercise/editor/words.py" />
   <source>Method</source>
   <translation>方式</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/prints/way.py" />
   <source>Mind</source>
   <translation>注意</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/depots/panel.py" />
   <source>Minimum</source>
   <translation>最低库存</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/supplies/attention.py" />
   <source>Minimum levels are set on the page Stock.</source>
   <translation>最低库存在“库存”页设置。</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/log/words.py" />
   <source>Minimum of {item} at {depot}: {level}</source>
   <translation>{depot} 的{item}最低库存：{level}</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/words.py" />
   <source>Minor</source>
   <translation>轻微</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/exercise/editor/head_page.py" />
   <source>Minutes</source>
   <translation>分钟</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/exercise/rows.py" />
   <source>Missed</source>
   <translation>未完成</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/field/situation.py" />
   <source>Missing</source>
   <translation>失踪</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/statistics/tables.py" />
   <source>Missions</source>
   <translation>出动次数</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/prints/ics_more.py" />
   <source>Mode</source>
   <translation>模式</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/past/window.py" />
   <source>Moment</source>
   <translation>时刻</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/exercise/editor/words.py" />
   <source>More patients</source>
   <translation>新增伤员</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/field/situation.py" />
   <source>More units</source>
   <translation>更多力量</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/incident/lines.py" />
   <source>More …</source>
   <translation>更多…</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/recommend/decisions.py" />
   <source>Most frequent reasons: {reasons}</source>
   <translation>最常见的原因：{reasons}</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/sitrep/draft.py" />
   <source>Most frequent: {kinds}.</source>
   <translation>最多的类型：{kinds}。</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/speeds/window.py" />
   <source>Motorways and trunk roads</source>
   <translation>高速公路与快速路</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/sketch/panel.py" />
   <source>Move (M)</source>
   <translation>移动 (M)</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/recommend/known.py" />
   <source>Move for coverage · version {version}</source>
   <translation>为保障覆盖的调动 · 版本 {version}</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/field/sketching.py" />
   <source>Move it</source>
   <translation>移动它</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/field/sketching.py" />
   <source>Move its corners</source>
   <translation>移动其顶点</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/frame/dock.py" />
   <source>Move to its own window, or back</source>
   <translation>移到独立窗口，或移回</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/recommend/moves.py" />
   <source>Move up to {station}</source>
   <translation>前移至 {station}</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/map_menu.py" />
   <source>Move {number} here</source>
   <translation>将 {number} 移到此处</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/recommend/decisions.py" />
   <source>Move-up</source>
   <translation>前移调动</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/field/cards.py" />
   <source>My incident</source>
   <translation>我的事件</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/field/cards.py" />
   <source>My orders</source>
   <translation>我的命令</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/field/window.py" />
   <source>My report</source>
   <translation>报告</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/field/cards.py" />
   <source>My status</source>
   <translation>我的状态</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/field/cards.py" />
   <source>My status: {status}</source>
   <translation>我的状态：{status}</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/field/team.py" />
   <source>My team</source>
   <translation>我的班组</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/field/acts.py" />
   <source>My track as GPX …</source>
   <translation>我的轨迹存为 GPX…</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/field/frame.py" />
   <source>My unit</source>
   <translation>我的单元</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/exercise/editor/words.py" />
   <source>Name</source>
   <translation>姓名</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/facilities/choice.py" />
   <source>Name (medical section)</source>
   <translation>姓名（医疗信息）</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/field/team.py" />
   <source>Name of a team member</source>
   <translation>班组成员姓名</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/messages/groups_page.py" />
   <source>Name of the group</source>
   <translation>群组名称</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/messages/groups_page.py" />
   <source>Name one below, e.g. “all ambulances” or “north sector”.</source>
   <translation>在下方命名一个，如“全部救护车”或“北区”。</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/orders/panel.py" />
   <source>Name units and what they shall do below; each answers for itself.</source>
   <translation>在下方写明单元和任务；各单元分别答复。</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/exercise/editor/head_page.py" />
   <source>Name, Chinese</source>
   <translation>名称（中文）</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/exercise/editor/head_page.py" />
   <source>Name, English</source>
   <translation>名称（英文）</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/layers/toggles.py" />
   <source>Natural disasters</source>
   <translation>自然灾害</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/field/cards.py" />
   <source>Nearest depot</source>
   <translation>最近的仓库</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/field/cards.py" />
   <source>Nearest hospital</source>
   <translation>最近的医院</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/exercise/editor/window.py" />
   <source>New</source>
   <translation>新建</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/identity/sign_in.py" />
   <source>New PIN</source>
   <translation>新 PIN</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/identity/sign_in.py" />
   <source>New PIN again</source>
   <translation>再次输入新 PIN</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/supplies/stock.py" />
   <source>New depot</source>
   <translation>新仓库</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/exercise/choice.py" />
   <source>New exercise</source>
   <translation>新演练</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/messages/groups_page.py" />
   <source>New group</source>
   <translation>新群组</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/exercise/offer.py" />
   <source>New here? “{title}” shows you this desk step by step, in about ten minutes. It opens in a window of its own; nothing can go wrong.</source>
   <translation>第一次使用？“{title}”用大约十分钟一步步带您熟悉调度台。演练在单独的窗口中打开，不会影响任何实际工作。</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/frame/keys.py" />
   <source>New incident</source>
   <translation>新建事件</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/incident/panel.py" />
   <source>New incident (F2)</source>
   <translation>新建事件（F2）</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/map_menu.py" />
   <source>New incident here</source>
   <translation>在此新建事件</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/exercise/inject_sheet.py" />
   <source>New inject {number}</source>
   <translation>新注入 {number}</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/exercise/injects_page.py" />
   <source>New inject …</source>
   <translation>新注入……</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/supplies/partners.py" />
   <source>New partner</source>
   <translation>新合作单位</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/frame/keys.py" />
   <source>Next incident</source>
   <translation>下一个事件</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/messages/pdf.py" />
   <source>Next page</source>
   <translation>下一页</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/frame/keys.py" />
   <source>Next theme: dark, light, night</source>
   <translation>下一主题：深色、浅色、夜间</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/field/frame.py" />
   <source>Night</source>
   <translation>夜间</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/frame/keys.py" />
   <source>Night (red)</source>
   <translation>夜间（红光）</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/statistics/window.py" />
   <source>No call was taken in this period.</source>
   <translation>这一时段没有接听来电。</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/help/window.py" />
   <source>No chapter has these words.</source>
   <translation>没有章节包含这些文字。</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/exercise/deeds_page.py" />
   <source>No controller has changed anything</source>
   <translation>导调员尚未更改任何内容</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/recommend/decisions.py" />
   <source>No decision has been taken yet.</source>
   <translation>尚无决策。</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/supplies/plan.py" />
   <source>No deliveries</source>
   <translation>无配送</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/depots/panel.py" />
   <source>No depot has any stock</source>
   <translation>各仓库均无库存</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/statistics/window.py" />
   <source>No depot holds anything, and none did in this period.</source>
   <translation>没有仓库存有物资，这一时段也没有过。</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/conflicts/panel.py" />
   <source>No desk disagrees with another.</source>
   <translation>各席位之间没有分歧。</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/identity/devices_page.py" />
   <source>No device has written yet</source>
   <translation>还没有设备写过记录</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/orders/receipts.py" />
   <source>No device is known to stand with {callsign}</source>
   <translation>不知道哪台设备随 {callsign}</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/log/panel.py" />
   <source>No entry fits. Esc clears the filter.</source>
   <translation>没有符合的条目。按 Esc 清除筛选。</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/exercise/choice_pages.py" />
   <source>No exercise here waits to be gone on with.</source>
   <translation>没有待继续的演练。</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/facilities/choice.py" />
   <source>No facility is known to have room for all of them; split them: {parts}</source>
   <translation>目前没有已知能全部接收的机构；请分流：{parts}</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/first_run.py" />
   <source>No file chosen</source>
   <translation>未选择文件</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/first_run.py" />
   <source>No folder chosen</source>
   <translation>未选择文件夹</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/reach/coverage.py" />
   <source>No free unit can be here within {time}</source>
   <translation>没有空闲单元可在 {time}内到达</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/supplies/transfers.py" />
   <source>No goods are under way</source>
   <translation>没有调拨中的物资</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/messages/groups_page.py" />
   <source>No groups yet</source>
   <translation>还没有群组</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/facilities/window.py" />
   <source>No hospital or shelter is known</source>
   <translation>没有已知的医院或安置点</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/field/cards.py" />
   <source>No incident</source>
   <translation>没有事件</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/recommend/panel.py" />
   <source>No incident chosen</source>
   <translation>未选择事件</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/incident/panel.py" />
   <source>No incident chosen. Choose one in the queue, on the map, or take a new one.</source>
   <translation>未选择事件。请在队列或地图上选择，或新建事件。</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/statistics/window.py" />
   <source>No incident was reported in this period.</source>
   <translation>这一时段没有事件报告。</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/field/messages.py" />
   <source>No messages yet</source>
   <translation>还没有消息</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/recommend/moves.py" />
   <source>No move is worth it.</source>
   <translation>没有值得的前移。</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/field/team.py" />
   <source>No names yet; tasks can go to the whole team</source>
   <translation>尚无姓名；任务可以下达给全班组</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/queue/panel.py" />
   <source>No open incidents</source>
   <translation>没有未结事件</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/field/cards.py" />
   <source>No open orders</source>
   <translation>没有未完成的命令</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/messages/radio_page.py" />
   <source>No order waits for an answer.</source>
   <translation>没有等待答复的命令。</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/orders/panel.py" />
   <source>No orders</source>
   <translation>没有命令</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/identity/recovery_page.py" />
   <source>No other device has written yet</source>
   <translation>还没有其他设备写过记录</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/connection/links_page.py" />
   <source>No other device yet</source>
   <translation>还没有其他设备</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/positions.py" />
   <source>No position reported; shown where it was last booked</source>
   <translation>没有上报位置；显示最后登记的地点</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/field/receiver.py" />
   <source>No receiver: by hand</source>
   <translation>不用接收机：手动设置</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/sitrep/draft.py" />
   <source>No road is closed.</source>
   <translation>没有封闭的道路。</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/prints/way.py" />
   <source>No road leads there.</source>
   <translation>没有道路通往该处。</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/roll_call/window.py" />
   <source>No roll-call yet</source>
   <translation>尚未点名</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/speeds/scatter.py" />
   <source>No runs to compare yet</source>
   <translation>暂无可比较的行车</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/search/window.py" />
   <source>No sectors yet</source>
   <translation>尚无分区</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/board/model.py" />
   <source>No station</source>
   <translation>无站点</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/search/window.py" />
   <source>No team has been sent</source>
   <translation>尚未派出队伍</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/supplies/plan.py" />
   <source>No trips</source>
   <translation>无车次</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/sitrep/draft.py" />
   <source>No unit is free that has: {capabilities}.</source>
   <translation>以下能力没有待命单元：{capabilities}。</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/statistics/window.py" />
   <source>No unit that was sent in this period has arrived yet, so there is no response time.</source>
   <translation>这一时段派出的单元尚无到场的，因此没有响应时间。</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/statistics/window.py" />
   <source>No unit was sent anywhere in this period.</source>
   <translation>这一时段没有派出任何单元。</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/prints/ics_more.py" />
   <source>No unit was sent.</source>
   <translation>未派出单元。</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/recommend/moves.py" />
   <source>No unit with {capability} is free: nobody covers anything, and nobody can move.</source>
   <translation>没有具备{capability}的单元待命：无人覆盖，也无人可以前移。</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/board/panel.py" />
   <source>No units yet</source>
   <translation>暂无单元</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/exercise/editor/sheet_page.py" />
   <source>No.</source>
   <translation>序号</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/reach/controls.py" />
   <source>Nobody free covers the place that was clicked.</source>
   <translation>没有空闲单元覆盖所点击的地点。</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/field/team.py" />
   <source>Nobody has a task</source>
   <translation>无人有任务</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/identity/people_page.py" />
   <source>Nobody has been granted a role</source>
   <translation>还没有人被授予角色</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/alarms/called.py" />
   <source>Nobody has dealt with it in time; press to go to it</source>
   <translation>无人按时处理；点按前往</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/data/looks_page.py" />
   <source>Nobody has looked at personal data</source>
   <translation>无人查阅过个人数据</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/facilities/window.py" />
   <source>Nobody is on the way to a facility</source>
   <translation>没有人员在送往机构途中</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/incident/units.py" />
   <source>Nobody is on this incident now.</source>
   <translation>目前没有单元在处理此事件。</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/supplies/partners.py" />
   <source>Nobody offers anything</source>
   <translation>暂无援助意向</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/recommend/panel.py" />
   <source>Nobody to recommend</source>
   <translation>没有可推荐的单元</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/search/rows.py" />
   <source>None</source>
   <translation>无</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/sitrep/draft.py" />
   <source>None.</source>
   <translation>无。</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/recommend/known.py" />
   <source>Not chosen: {n} units</source>
   <translation>未选用：{n} 个单元</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/log/words.py" />
   <source>Not counted: {what}</source>
   <translation>未生效：{what}</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/recommend/labels.py" />
   <source>Not filled: {what}</source>
   <translation>未满足：{what}</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/exercise/editor/trial_page.py" />
   <source>Not mastered in time: injects {numbers}</source>
   <translation>未及时应对：注入 {numbers}</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/exercise/offer.py" />
   <source>Not now</source>
   <translation>暂不</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/exercise/evaluation_page.py" />
   <source>Not rated</source>
   <translation>未评</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/report/callbacks.py" />
   <source>Not reached</source>
   <translation>未接通</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/report/aside.py" />
   <source>Not this call</source>
   <translation>不是这个来电</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/prints/ics.py" />
   <source>Notable activities</source>
   <translation>重要活动</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/incident/lines.py" />
   <source>Note</source>
   <translation>备注</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/exercise/editor/words.py" />
   <source>Note for evaluators</source>
   <translation>评估员备注</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/supplies/partners.py" />
   <source>Note or reason</source>
   <translation>备注或原因</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/log/words.py" />
   <source>Note: {text}</source>
   <translation>备注：{text}</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/exercise/control.py" />
   <source>Notes</source>
   <translation>记录</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/layers/toggles.py" />
   <source>Notes on the map</source>
   <translation>地图备注</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/exercise/notes_page.py" />
   <source>Notes that are written</source>
   <translation>已写的记录</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/supplies/attention.py" />
   <source>Nothing expires within 30 days</source>
   <translation>30 天内无临期物资</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/log/panel.py" />
   <source>Nothing here</source>
   <translation>无内容</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/supplies/attention.py" />
   <source>Nothing is below its minimum</source>
   <translation>没有低于最低库存的物资</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/data/classes_page.py" />
   <source>Nothing is collected</source>
   <translation>未收集任何数据</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/sketch/panel.py" />
   <source>Nothing is drawn on the map</source>
   <translation>地图上没有标绘</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/alarms/panel.py" />
   <source>Nothing is overdue</source>
   <translation>没有超时事项</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/sitrep/draft.py" />
   <source>Nothing is promised.</source>
   <translation>没有预留物资。</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/supplies/plan.py" />
   <source>Nothing is unmet</source>
   <translation>没有未满足的需求</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/supplies/attention.py" />
   <source>Nothing is used so that a rate can be told</source>
   <translation>消耗记录不足，无法估计速率</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/data/end_page.py" />
   <source>Nothing more is to be written in this operation</source>
   <translation>本次行动不再写入任何内容</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/field/cards.py" />
   <source>Nothing to be seen</source>
   <translation>未见异常</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/facilities/choice.py" />
   <source>Nothing to choose from</source>
   <translation>没有可选机构</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/messages/radio_page.py" />
   <source>Nothing to compare yet: each order begins with ORDER 1 OF 2 and ends with CHECK and two words.</source>
   <translation>还没有可比对的内容：每条命令以“命令 1 共 2”开头，以“校验”和两个词结尾。</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/queue/panel.py" />
   <source>Nothing waits</source>
   <translation>没有等待的事件</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/identity/acts_page.py" />
   <source>Nothing waits for a verdict</source>
   <translation>没有待裁定的行为</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/catalogue/versions_page.py" />
   <source>Nothing was changed yet</source>
   <translation>尚未修改</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/importing/window.py" />
   <source>Nothing was read yet</source>
   <translation>尚未读取</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/recommend/known.py" />
   <source>Nothing was recommended at that moment.</source>
   <translation>当时没有推荐。</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/catalogue/trial_page.py" />
   <source>Nothing was tried yet</source>
   <translation>尚未试用</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/prints/ics.py" />
   <source>Nothing was written.</source>
   <translation>没有记录。</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/importing/window.py" />
   <source>Nothing would change.</source>
   <translation>不会有任何改变。</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/incident/lines.py" />
   <source>Nothing yet</source>
   <translation>暂无内容</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/connection/links_page.py" />
   <source>Now</source>
   <translation>现在</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/exercise/editor/words.py" />
   <source>Number</source>
   <translation>编号</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/identity/paper.py" />
   <source>Number to read aloud</source>
   <translation>需念出的数字</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/search/tasks.py" />
   <source>Object is</source>
   <translation>目标可见度</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/exercise/editor/words.py" />
   <source>Objective</source>
   <translation>目标</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/exercise/editor/words.py" />
   <source>Objective {n}</source>
   <translation>目标 {n}</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/exercise/editor/head_page.py" />
   <source>Objectives</source>
   <translation>目标</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/words.py" />
   <source>Observer</source>
   <translation>观察员</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/sitrep/draft.py" />
   <source>Of {n} calls with life at risk {share} % were dispatched within 60 s.</source>
   <translation>危及生命的报警 {n} 起，60秒内派出的占 {share}%。</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/log/words.py" />
   <source>Offer of {partner} {state}: {offer}</source>
   <translation>{partner}的援助意向{state}：{offer}</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/supplies/partners.py" />
   <source>Offers</source>
   <translation>援助意向</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/log/panel.py" />
   <source>Older entries are being looked through.</source>
   <translation>正在查找更早的条目。</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/field/receiver.py" />
   <source>On a serial line or USB (NMEA)</source>
   <translation>在串口或 USB 上（NMEA）</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/closures/form.py" />
   <source>On foot</source>
   <translation>步行</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/frame/keys.py" />
   <source>On scene</source>
   <translation>到场</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/messages/attachments.py" />
   <source>On the map</source>
   <translation>在地图上</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/field/receiver.py" />
   <source>On the network (NMEA)</source>
   <translation>在网络上（NMEA）</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/exercise/control.py" />
   <source>On to 07:30, Enter</source>
   <translation>推进到 07:30，回车</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/exercise/editor/words.py" />
   <source>One crew with</source>
   <translation>共用车组</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/messages/groups_page.py" />
   <source>Only of these kinds</source>
   <translation>仅限这些类型</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/messages/groups_page.py" />
   <source>Only of these stations</source>
   <translation>仅限这些站点</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/queue/panel.py" />
   <source>Only open incidents</source>
   <translation>仅未结事件</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/exercise/editor/head_page.py" />
   <source>Only these units; empty: all</source>
   <translation>仅这些单元；留空为全部</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/exercise/sharing_page.py" />
   <source>Only this computer takes part.</source>
   <translation>仅本机参加。</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/facilities/window.py" />
   <source>Only those that reported places</source>
   <translation>仅显示已上报床位的机构</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/messages/groups_page.py" />
   <source>Only with these capabilities</source>
   <translation>仅限具备这些能力</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/queue/panel.py" />
   <source>Open</source>
   <translation>未结</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/frame/coordinates.py" />
   <source>Open Location Code</source>
   <translation>开放位置码（OLC）</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/layers/ground.py" />
   <source>Open a file …</source>
   <translation>打开文件…</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/incident/head.py" />
   <source>Open again</source>
   <translation>重新打开</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/closures/panel.py" />
   <source>Open again (Del)</source>
   <translation>解除封闭（Del）</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/messages/attachments.py" />
   <source>Open file</source>
   <translation>打开</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/identity/paper.py" />
   <source>Open file …</source>
   <translation>打开文件…</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/report/form.py" />
   <source>Open incident (Ctrl+Enter)</source>
   <translation>建立事件（Ctrl+Enter）</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/data/end_page.py" />
   <source>Open incidents: {n}. Close or cancel them first.</source>
   <translation>未关闭的事件：{n}。请先关闭或取消。</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/frame/files.py" />
   <source>Open it (Ctrl+P, O)</source>
   <translation>打开（Ctrl+P, O）</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/first_run.py" />
   <source>Open the desk</source>
   <translation>打开席位</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/frame/keys.py" />
   <source>Open the file that was written last</source>
   <translation>打开最近写出的文件</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/identity/recovery_sheet.py" />
   <source>Open the window “People and devices”, page “Recovery paper”, and type the code. Typing errors are found.</source>
   <translation>打开“人员与设备”窗口的“恢复凭证”页，输入恢复码。输入错误会被发现。</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/map_menu.py" />
   <source>Open this road again</source>
   <translation>恢复此路通行</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/messages/radio_page.py" />
   <source>Open …</source>
   <translation>打开…</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/first_run.py" />
   <source>OpenStreetMap files</source>
   <translation>OpenStreetMap 文件</translation>
  </message>
  <message>
   <location filename="../../commandcenter/app/opening.py" />
   <source>Opening the desk</source>
   <translation>正在打开席位</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/layers/toggles.py" />
   <source>Operation</source>
   <translation>行动</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/log/words.py" />
   <source>Operation {name} opened</source>
   <translation>行动 {name} 已开始</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/recommend/decisions.py" />
   <source>Operator</source>
   <translation>操作员</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/header/bar.py" />
   <source>Operator and settings</source>
   <translation>操作员与设置</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/orders/panel.py" />
   <source>Order</source>
   <translation>命令</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/queue/surge_rows.py" />
   <source>Order of work</source>
   <translation>处理顺序</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/log/words.py" />
   <source>Order to {to}: {text}</source>
   <translation>命令 {to}：{text}</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/log/words.py" />
   <source>Order withdrawn: {order}</source>
   <translation>命令撤回：{order}</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/prints/ics.py" />
   <source>Ordered</source>
   <translation>下令</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/field/window.py" />
   <source>Orders</source>
   <translation>命令</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/data/sharing_page.py" />
   <source>Organisation</source>
   <translation>组织</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/sketch/words.py" />
   <source>Other danger</source>
   <translation>其他危险</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/connection/links_page.py" />
   <source>Other devices of this operation</source>
   <translation>本行动的其他设备</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/connection/links_page.py" />
   <source>Others reach this desk at {addresses}</source>
   <translation>其他席位可通过 {addresses} 连到本席位</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/frame/keys.py" />
   <source>Out of service</source>
   <translation>停用</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/search/rating.py" />
   <source>Outside</source>
   <translation>区外</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/search/rows.py" />
   <source>Outside all sectors</source>
   <translation>所有分区之外</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/data/classes_page.py" />
   <source>Owner</source>
   <translation>归属</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/identity/sign_in.py" />
   <source>PIN or passphrase</source>
   <translation>PIN 或口令</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/search/rows.py" />
   <source>POA at first</source>
   <translation>初始区域概率</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/search/rating.py" />
   <source>POA by area until a planner rates</source>
   <translation>评估人评估之前，区域概率按面积分配</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/search/rows.py" />
   <source>POA from</source>
   <translation>区域概率来源</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/search/rows.py" />
   <source>POA now</source>
   <translation>当前区域概率</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/search/layer.py" />
   <source>POA {poa}, POD {pod}, POS {pos}</source>
   <translation>区域概率 {poa}，发现概率 {pod}，成功概率 {pos}</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/search/window.py" />
   <source>POA: consensus of planners (Mattson 1976). POD = 1 − exp(−C), C = sweep width × way searched ÷ area (Koopman 1946); sweep width from the range of detection (Koester et al. 2014). POS adds up over all sweeps; the rest is shared by Bayes' rule.</source>
   <translation>POA：各计划员意见的均值（Mattson 1976）。POD = 1 − exp(−C)，C = 有效扫宽 × 搜索路程 ÷ 面积（Koopman 1946）；有效扫宽由发现距离推算（Koester 等 2014）。POS 随每次搜索累加，其余按贝叶斯法则重新分配。</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/search/rating.py" />
   <source>POA: mean of {planners} (Mattson)</source>
   <translation>区域概率：{planners} 的平均值（Mattson）</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/search/rows.py" />
   <source>POD</source>
   <translation>发现概率</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/search/rows.py" />
   <source>POD from</source>
   <translation>发现概率来源</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/search/rows.py" />
   <source>POS</source>
   <translation>成功概率</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/prints/pdf.py" />
   <source>Page {n} of {all}</source>
   <translation>第 {n} 页，共 {all} 页</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/messages/pdf.py" />
   <source>Page {page} of {pages}</source>
   <translation>第 {page} 页，共 {pages} 页</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/frame/keys.py" />
   <source>Panels</source>
   <translation>面板</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/frame/keys.py" />
   <source>Paper: A4</source>
   <translation>纸张：A4</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/frame/keys.py" />
   <source>Paper: Letter</source>
   <translation>纸张：Letter（信纸）</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/report/form.py" />
   <source>Park</source>
   <translation>挂起</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/frame/keys.py" />
   <source>Park the call on the form</source>
   <translation>挂起表单上的来电</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/report/aside.py" />
   <source>Parked call: {what}</source>
   <translation>挂起的来电：{what}</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/exercise/editor/words.py" />
   <source>Partner</source>
   <translation>合作单位</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/log/words.py" />
   <source>Partner {name} added</source>
   <translation>已添加合作单位 {name}</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/supplies/window.py" />
   <source>Partners</source>
   <translation>合作单位</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/identity/gate.py" />
   <source>Passphrase</source>
   <translation>口令</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/identity/paper.py" />
   <source>Paste it here, or let a scanner type it</source>
   <translation>粘贴到这里，或用扫描器录入</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/exercise/control.py" />
   <source>Pause</source>
   <translation>暂停</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/facilities/choice.py" />
   <source>People</source>
   <translation>人数</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/measure/controls.py" />
   <source>People an address</source>
   <translation>每址人数</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/frame/windows.py" />
   <source>People and devices</source>
   <translation>人员与设备</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/identity/window.py" />
   <source>People and roles</source>
   <translation>人员与角色</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/exercise/evaluation_page.py" />
   <source>Performed</source>
   <translation>完成良好</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/exercise/evaluation_page.py" />
   <source>Performed with major challenges</source>
   <translation>完成，有较大困难</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/exercise/evaluation_page.py" />
   <source>Performed with some challenges</source>
   <translation>完成，有一些困难</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/report/aside.py" />
   <source>Perhaps the same as {number} {name}, {place}</source>
   <translation>可能与 {number} {name}（{place}）是同一事件</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/prints/reports.py" />
   <source>Period</source>
   <translation>时段</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/sketch/words.py" />
   <source>Person found</source>
   <translation>已找到人员</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/sketch/words.py" />
   <source>Person trapped</source>
   <translation>有人被困</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/messages/compose.py" />
   <source>Personal data</source>
   <translation>个人数据</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/log/words.py" />
   <source>Personal data erased ({count})</source>
   <translation>已清除个人数据（{count}）</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/data/classes_page.py" />
   <source>Personal data held of this: {n}. Erasing reaches every device and cannot be undone.</source>
   <translation>与之相关的个人数据：{n} 项。清除将到达每台设备且无法撤销。</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/log/words.py" />
   <source>Personal data looked at ({count})</source>
   <translation>查阅了个人数据（{count}）</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/field/acts.py" />
   <source>Photo or file …</source>
   <translation>照片或文件…</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/field/acts.py" />
   <source>Photos, tracks, documents</source>
   <translation>照片、轨迹、文件</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/recommend/known.py" />
   <source>Picture of {time} · oldest position: {age} · {n} closures</source>
   <translation>{time} 的态势 · 最旧位置：{age} · {n} 处封路</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/exercise/editor/words.py" />
   <source>Place</source>
   <translation>地点</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/facilities/choice.py" />
   <source>Place for people of {who}</source>
   <translation>为 {who} 的人员寻找床位</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/field/cards.py" />
   <source>Places</source>
   <translation>场所</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/layers/legend.py" />
   <source>Places are free</source>
   <translation>有空余容量</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/supplies/window.py" />
   <source>Plan</source>
   <translation>计划</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/supplies/plan.py" />
   <source>Plan for all incidents</source>
   <translation>为所有事件制定计划</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/queue/surge.py" />
   <source>Plan together</source>
   <translation>统一方案</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/recommend/known.py" />
   <source>Plan {plan} · level {level} · version {version}</source>
   <translation>预案 {plan} · 级别 {level} · 版本 {version}</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/recommend/panel.py" />
   <source>Plan: {plan} · version {version} · found in {n} ms</source>
   <translation>预案：{plan} · 版本 {version} · 用时 {n} 毫秒</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/exercise/rows.py" />
   <source>Planned</source>
   <translation>未发生</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/search/rating.py" />
   <source>Planner</source>
   <translation>评估人</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/catalogue/window.py" />
   <source>Plans by area, time and risk</source>
   <translation>按区域、时间和风险选预案</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/exercise/editor/window.py" />
   <source>Play it</source>
   <translation>演练</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/exercise/choice_pages.py" />
   <source>Player</source>
   <translation>参演者</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/exercise/sharing_page.py" />
   <source>Players get the players' code, evaluators and further controllers the staff's. Each computer needs this region; there: Exercise, Take part. What the staff write is sealed for them.</source>
   <translation>参演者使用参演者代码，评估员和其他导调员使用导调组代码。每台计算机都需有此区域；在那里选择“演练”→“参加”。导调组的记录只有导调组能读。</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/exercise/editor/form.py" />
   <source>Point at it on the map</source>
   <translation>在地图上指定</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/closures/panel.py" />
   <source>Point closed</source>
   <translation>点位已封闭</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/words.py" />
   <source>Point of interest</source>
   <translation>兴趣点</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/field/situation.py" />
   <source>Police</source>
   <translation>警察</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/layers/legend.py" />
   <source>Police station</source>
   <translation>警察局</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/catalogue/window.py" />
   <source>Policies of the engine</source>
   <translation>推荐引擎策略</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/log/words.py" />
   <source>Policy changed</source>
   <translation>策略已更改</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/incident/detail.py" />
   <source>Position</source>
   <translation>位置</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/positions.py" />
   <source>Position by GPS, {age} ago</source>
   <translation>GPS 位置，{age}前</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/positions.py" />
   <source>Position of its station</source>
   <translation>所属站点的位置</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/positions.py" />
   <source>Position set by hand, {age} ago</source>
   <translation>手动设定的位置，{age}前</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/prints/ics.py" />
   <source>Post</source>
   <translation>职务</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/sketch/words.py" />
   <source>Power line down</source>
   <translation>电线坠落</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/sketch/words.py" />
   <source>Power shut-off</source>
   <translation>电源开关</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/speeds/window.py" />
   <source>Predicted and observed driving times</source>
   <translation>预测与实际行驶时间</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/prints/facts.py" />
   <source>Prepared by {name}, {role}, {time}</source>
   <translation>制表：{name}，{role}，{time}</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/identity/sign_in.py" />
   <source>Present PIN</source>
   <translation>当前 PIN</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/help/grammar.py" />
   <source>Press / and type. Each word in a row means the same; the words of both languages work in either. Enter does what the line below it says.</source>
   <translation>按 / 后输入。同一行中的词语含义相同；两种语言的词语在任一语言下都可用。Enter 执行下方提示所说的操作。</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/identity/recovery_sheet.py" />
   <source>Press “Recover the rights”. From then on that computer has the founder's place: it enrols devices and gives out roles.</source>
   <translation>按“收回权限”。此后该计算机取得发起者的地位：由它登记设备、授予角色。</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/frame/keys.py" />
   <source>Previous incident</source>
   <translation>上一个事件</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/messages/pdf.py" />
   <source>Previous page</source>
   <translation>上一页</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/speeds/window.py" />
   <source>Primary and secondary roads</source>
   <translation>主干路与次干路</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/frame/keys.py" />
   <source>Print</source>
   <translation>打印</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/messages/radio_page.py" />
   <source>Print blank cards</source>
   <translation>打印空白卡</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/layers/ground.py" />
   <source>Print the map</source>
   <translation>打印地图</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/identity/recovery_page.py" />
   <source>Print the paper (PDF) …</source>
   <translation>打印凭证（PDF）…</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/incident/detail.py" />
   <source>Priority</source>
   <translation>优先级</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/report/questions.py" />
   <source>Priority {n}, {word}: {why}</source>
   <translation>优先级 {n}，{word}：{why}</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/search/rows.py" />
   <source>Probability of success so far</source>
   <translation>累计成功概率</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/search/window.py" />
   <source>Probability of success so far: {pos}. Outside all sectors: {outside}.</source>
   <translation>累计成功概率：{pos}。所有分区之外：{outside}。</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/frame/working.py" />
   <source>Progress</source>
   <translation>进度</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/supplies/plan.py" />
   <source>Promise all of it</source>
   <translation>全部预留</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/depots/panel.py" />
   <source>Promised</source>
   <translation>已预留</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/queue/surge_rows.py" />
   <source>Proposed</source>
   <translation>拟派</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/prints/ics.py" />
   <source>Public</source>
   <translation>公众</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/layers/toggles.py" />
   <source>Public health</source>
   <translation>公共卫生</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/layers/toggles.py" />
   <source>Public security</source>
   <translation>社会安全</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/data/classes_page.py" />
   <source>Purpose</source>
   <translation>用途</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/catalogue/window.py" />
   <source>Put in force</source>
   <translation>使之生效</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/identity/join_page.py" />
   <source>Put the supervisor's approval in here:</source>
   <translation>把主管的批准放在这里：</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/report/form.py" />
   <source>Put this call aside (Ctrl+Shift+P); it survives a crash</source>
   <translation>将此来电挂起（Ctrl+Shift+P）；程序崩溃也不会丢失</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/exercise/editor/words.py" />
   <source>Quantity</source>
   <translation>数量</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/prints/reports.py" />
   <source>Question</source>
   <translation>问题</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/catalogue/window.py" />
   <source>Questions to callers</source>
   <translation>询问报警人的问题</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/field/situation.py" />
   <source>Quick report</source>
   <translation>快速报告</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/sketch/words.py" />
   <source>Radiation</source>
   <translation>辐射</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/messages/window.py" />
   <source>Radio and paper</source>
   <translation>电台与纸面</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/catalogue/window.py" />
   <source>Radio channels</source>
   <translation>无线电频道</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/prints/ics_more.py" />
   <source>Radio communications plan</source>
   <translation>无线电通信计划</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/exercise/editor/words.py" />
   <source>Radio message</source>
   <translation>电台消息</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/sketch/words.py" />
   <source>Radio relay</source>
   <translation>无线中继</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/field/sketching.py" />
   <source>Radius</source>
   <translation>半径</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/measure/controls.py" />
   <source>Radius, m</source>
   <translation>半径（米）</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/log/words.py" />
   <source>Rang the caller back: {rung}</source>
   <translation>回拨报警人：{rung}</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/report/aside.py" />
   <source>Rang {rang}, answered after {waited}</source>
   <translation>{rang} 振铃，{waited}后接听</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/facilities/rows.py" />
   <source>Rank</source>
   <translation>序号</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/supplies/attention.py" />
   <source>Rate an hour</source>
   <translation>每小时速率</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/supplies/attention.py" />
   <source>Rate: Theil-Sen slope of what went out within 48 h with Sen's 90 % interval.</source>
   <translation>速率：48 小时内出库量的 Theil-Sen 斜率及 Sen 90% 区间。</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/layers/toggles.py" />
   <source>Reach</source>
   <translation>可达范围</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/layers/legend.py" />
   <source>Reach in so many minutes</source>
   <translation>若干分钟内可达</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/reach/controls.py" />
   <source>Reach of {name}</source>
   <translation>{name} 的可达范围</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/layers/panel.py" />
   <source>Reach, coverage, measure</source>
   <translation>可达、覆盖与测量</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/reach/controls.py" />
   <source>Reach, minutes</source>
   <translation>可达范围（分钟）</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/prints/reports.py" />
   <source>Reached</source>
   <translation>到达时间</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/messages/rows.py" />
   <source>Read</source>
   <translation>已读</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/connection/stick_page.py" />
   <source>Read a stick</source>
   <translation>读取 U 盘</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/connection/stick_page.py" />
   <source>Read a stick …</source>
   <translation>读取 U 盘 …</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/log/words.py" />
   <source>Read back by {to}: {order}</source>
   <translation>{to} 已复诵：{order}</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/messages/radio_page.py" />
   <source>Read back: type, paste or open what you were answered</source>
   <translation>复诵：输入、粘贴或打开对方的答复</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/log/words.py" />
   <source>Read by {reader}: {count} messages</source>
   <translation>{reader} 已读 {count} 条消息</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/messages/radio_page.py" />
   <source>Read out</source>
   <translation>播报</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/exercise/live_bar.py" />
   <source>Read: go on with the exercise</source>
   <translation>已阅：继续演练</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/prints/facts.py" />
   <source>Reading the log</source>
   <translation>正在读取日志</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/header/bar.py" />
   <source>Real operation</source>
   <translation>真实行动</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/closures/form.py" />
   <source>Reason</source>
   <translation>原因</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/data/classes_page.py" />
   <source>Reason (kept in the log: no names here)</source>
   <translation>原因（保留在日志中：请勿写姓名）</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/recommend/panel.py" />
   <source>Reason for another choice</source>
   <translation>更改选择的原因</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/recommend/move_form.py" />
   <source>Reason if changed</source>
   <translation>更改时的理由</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/recommend/move_form.py" />
   <source>Reason, where it is not as suggested</source>
   <translation>与建议不同时的理由</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/supplies/transfers.py" />
   <source>Receipt</source>
   <translation>签收</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/prints/ics_more.py" />
   <source>Receive</source>
   <translation>接收</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/supplies/transfers.py" />
   <source>Receive (R)</source>
   <translation>签收 (R)</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/supplies/plan_paper.py" />
   <source>Received by</source>
   <translation>签收人</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/field/receiver.py" />
   <source>Receiver</source>
   <translation>接收机</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/incident/panel.py" />
   <source>Recommend</source>
   <translation>推荐</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/frame/keys.py" />
   <source>Recommendation</source>
   <translation>推荐</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/log/words.py" />
   <source>Recommendation for {number} accepted</source>
   <translation>已采纳 {number} 的推荐</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/recommend/decisions.py" />
   <source>Recommended</source>
   <translation>推荐</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/recommend/panel.py" />
   <source>Recommended units</source>
   <translation>推荐单元</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/messages/radio_page.py" />
   <source>Record what is right</source>
   <translation>记录正确的部分</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/identity/recovery_page.py" />
   <source>Recover the rights</source>
   <translation>收回权限</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/identity/recovery_page.py" />
   <source>Recovery code</source>
   <translation>恢复码</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/log/words.py" />
   <source>Recovery key of the operation announced</source>
   <translation>已公布本次行动的恢复密钥</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/identity/recovery_sheet.py" />
   <source>Recovery paper</source>
   <translation>恢复凭证</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/exercise/editor/window.py" />
   <source>Redo</source>
   <translation>重做</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/orders/panel.py" />
   <source>Refused</source>
   <translation>已拒绝</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/exercise/editor/words.py" />
   <source>Refusing unit</source>
   <translation>单元拒绝出动</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/exercise/editor/head_page.py" />
   <source>Region</source>
   <translation>区域</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/frame/keys.py" />
   <source>Regions and operator</source>
   <translation>区域与操作员</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/exercise/editor/words.py" />
   <source>Reinforcement</source>
   <translation>增援</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/incident/units.py" />
   <source>Release</source>
   <translation>释放</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/incident/units.py" />
   <source>Released</source>
   <translation>已释放</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/field/situation.py" />
   <source>Relief of crews</source>
   <translation>人员轮换</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/recommend/known.py" />
   <source>Relief: who has become free takes over · version {version}</source>
   <translation>接替：由已空闲的单元接手 · 版本 {version}</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/prints/ics_more.py" />
   <source>Remarks</source>
   <translation>备注</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/alarms/panel.py" />
   <source>Remind us of …</source>
   <translation>提醒事项……</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/sketch/panel.py" />
   <source>Remove (Del)</source>
   <translation>移除 (Del)</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/exercise/editor/guide_page.py" />
   <source>Remove it</source>
   <translation>移除</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/sketch/panel.py" />
   <source>Remove it from the map</source>
   <translation>从地图上移除</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/log/words.py" />
   <source>Removed from the map: {drawing}</source>
   <translation>已从地图移除：{drawing}</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/sitrep/window.py" />
   <source>Replaces everything below by a new draft from the log, in the language in force</source>
   <translation>以当前语言根据日志重新起草，替换下方全部内容</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/exercise/choice.py" />
   <source>Replay a log</source>
   <translation>回放记录</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/exercise/choice_pages.py" />
   <source>Replay it</source>
   <translation>回放</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/incident/detail.py" />
   <source>Report</source>
   <translation>报警内容</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/facilities/report.py" />
   <source>Report figures</source>
   <translation>上报</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/exercise/editor/words.py" />
   <source>Report from the public</source>
   <translation>公众报告</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/log/words.py" />
   <source>Report of {callsign}: {text}</source>
   <translation>{callsign} 的报告：{text}</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/field/cards.py" />
   <source>Report to the desk</source>
   <translation>向指挥席报告</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/prints/cards.py" />
   <source>Reported</source>
   <translation>已接报</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/identity/devices_page.py" />
   <source>Request of a new laptop</source>
   <translation>新笔记本电脑的申请</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/field/situation.py" />
   <source>Rescued</source>
   <translation>获救</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/log/words.py" />
   <source>Reservation of {item} ended: {state}</source>
   <translation>{item} 的预留已结束：{state}</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/frame/keys.py" />
   <source>Reset the layout</source>
   <translation>重置布局</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/speeds/window.py" />
   <source>Residential streets and the rest</source>
   <translation>居住区街道及其他</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/prints/ics.py" />
   <source>Resource</source>
   <translation>资源</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/exercise/editor/window.py" />
   <source>Resources</source>
   <translation>资源</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/prints/ics.py" />
   <source>Responders</source>
   <translation>救援人员</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/statistics/tables.py" />
   <source>Response by station</source>
   <translation>按站点响应</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/statistics/tables.py" />
   <source>Response by type</source>
   <translation>按类型响应</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/exercise/editor/trial_page.py" />
   <source>Response plan: {met} met, {over} over, {under} under</source>
   <translation>预案：符合 {met}，超出 {over}，不足 {under}</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/catalogue/window.py" />
   <source>Response plans</source>
   <translation>响应预案</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/exercise/editor/words.py" />
   <source>Responsible controller</source>
   <translation>负责导调员</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/exercise/injects_page.py" />
   <source>Responsible: {name}</source>
   <translation>负责导调：{name}</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/sketch/words.py" />
   <source>Rest area</source>
   <translation>休整区</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/exercise/deeds_page.py" />
   <source>Result</source>
   <translation>结果</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/frame/keys.py" />
   <source>Returning</source>
   <translation>返回</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/exercise/control.py" />
   <source>Review</source>
   <translation>总结</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/exercise/review_page.py" />
   <source>Review again</source>
   <translation>重新总结</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/reach/controls.py" />
   <source>Right click on the map, a unit or a station: how far one gets from there.</source>
   <translation>右键点击地图、单元或站点：查看从那里能到多远。</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/log/words.py" />
   <source>Rights hold from now on</source>
   <translation>自此权限生效</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/log/words.py" />
   <source>Rights recovered with the recovery paper; shut out: {devices}</source>
   <translation>已用恢复凭证收回权限；排除：{devices}</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/identity/recovery_page.py" />
   <source>Rights were recovered by {name} on {device}, {time}.</source>
   <translation>权限已由 {name} 在 {device} 上收回，{time}。</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/report/callbacks.py" />
   <source>Ring back: {who}</source>
   <translation>回拨：{who}</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/statistics/tables.py" />
   <source>Ring time not recorded</source>
   <translation>未记录振铃时间</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/exercise/rows.py" />
   <source>Rings</source>
   <translation>响铃中</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/supplies/plan_rows.py" />
   <source>Road</source>
   <translation>路程</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/closures/panel.py" />
   <source>Road closed</source>
   <translation>道路已封闭</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/log/words.py" />
   <source>Road closed: {name}</source>
   <translation>道路封闭：{name}</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/exercise/editor/words.py" />
   <source>Road closure</source>
   <translation>道路封闭</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/closures/panel.py" />
   <source>Road closures</source>
   <translation>道路封闭</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/log/words.py" />
   <source>Road open again: {name}</source>
   <translation>道路恢复通行：{name}</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/layers/toggles.py" />
   <source>Roads</source>
   <translation>道路</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/speeds/window.py" />
   <source>Roads, times of day</source>
   <translation>道路与时段</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/exercise/choice_pages.py" />
   <source>Role</source>
   <translation>角色</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/log/words.py" />
   <source>Role {role} of {name} taken back</source>
   <translation>已收回 {name} 的角色“{role}”</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/identity/people_page.py" />
   <source>Roles given</source>
   <translation>已授予的角色</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/identity/people_page.py" />
   <source>Roles of this operation. While nobody has one, everybody may do everything; the first role that is given begins the rule of rights.</source>
   <translation>本行动的角色。没有任何人有角色时，每个人都可以做任何操作；授予第一个角色后权限即生效。</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/frame/windows.py" />
   <source>Roll-call</source>
   <translation>点名</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/roll_call/window.py" />
   <source>Roll-call at {number} {place}</source>
   <translation>{number} {place} 点名</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/log/words.py" />
   <source>Roll-call of {number} begun, {units} units</source>
   <translation>{number} 开始点名，{units} 个单元</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/log/words.py" />
   <source>Roll-call of {number} ended</source>
   <translation>{number} 点名结束</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/data/checkpoints_page.py" />
   <source>Root</source>
   <translation>根</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/words.py" />
   <source>Routine</source>
   <translation>常规</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/importing/window.py" />
   <source>Row</source>
   <translation>行</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/exercise/editor/words.py" />
   <source>Row {row}, {column}: {what}</source>
   <translation>第 {row} 行，{column}：{what}</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/exercise/editor/words.py" />
   <source>Row {row}: {what}</source>
   <translation>第 {row} 行：{what}</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/importing/window.py" />
   <source>Rows to bring in: {read}. Not read: {lost}. There already: {there}.</source>
   <translation>待导入行数：{read}。未读取：{lost}。已存在：{there}。</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/catalogue/window.py" />
   <source>Rules of statuses</source>
   <translation>状态规则</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/supplies/attention.py" />
   <source>Running out</source>
   <translation>即将耗尽</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/speeds/window.py" />
   <source>Runs</source>
   <translation>行程数</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/supplies/attention.py" />
   <source>Runs out at</source>
   <translation>即将耗尽的仓库</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/speeds/window.py" />
   <source>Rush hours, Monday to Friday 7–9 and 16–19</source>
   <translation>高峰时段（周一至周五 7–9 时和 16–19 时）</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/exercise/notes_page.py" />
   <source>Said in the hot wash; Enter keeps it</source>
   <translation>现场讲评内容；Enter 保存</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/exercise/editor/window.py" />
   <source>Save</source>
   <translation>保存</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/messages/attachments.py" />
   <source>Save as</source>
   <translation>另存为</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/search/window.py" />
   <source>Save as CSV</source>
   <translation>存为 CSV</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/statistics/window.py" />
   <source>Save as XLSX</source>
   <translation>存为 XLSX</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/identity/paper.py" />
   <source>Save as file …</source>
   <translation>保存为文件…</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/messages/radio_page.py" />
   <source>Save as text</source>
   <translation>另存为文本</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/messages/radio_page.py" />
   <source>Save as text …</source>
   <translation>另存为文本…</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/messages/attachments.py" />
   <source>Save as …</source>
   <translation>另存为…</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/messages/groups_page.py" />
   <source>Save group</source>
   <translation>保存群组</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/past/attachments.py" />
   <source>Save its attachments</source>
   <translation>保存其附件</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/past/attachments.py" />
   <source>Save its attachments ({n}) …</source>
   <translation>保存其附件（{n}）…</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/field/situation.py" />
   <source>Say how it goes: one tap above.</source>
   <translation>请说明态势：点上面的按钮。</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/exercise/editor/window.py" />
   <source>Scenario</source>
   <translation>场景</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/exercise/editor/window.py" />
   <source>Scenario and objectives</source>
   <translation>场景与目标</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/frame/windows.py" />
   <source>Scenario editor</source>
   <translation>场景编辑器</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/exercise/editor/words.py" />
   <source>Scenario time</source>
   <translation>场景时间</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/exercise/choice.py" />
   <source>Scenarios</source>
   <translation>想定</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/exercise/nothing.py" />
   <source>Scenarios are written at a desk, not in an exercise that runs: open this window there.</source>
   <translation>场景在调度台编写，而不在进行中的演练里：请在调度台打开此窗口。</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/exercise/editor/words.py" />
   <source>Score weight</source>
   <translation>权重</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/log/words.py" />
   <source>Search begun for {number}</source>
   <translation>{number} 的搜索已开始</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/frame/windows.py" />
   <source>Search for people</source>
   <translation>人员搜索</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/log/words.py" />
   <source>Search for {number} ended: {outcome}</source>
   <translation>{number} 的搜索已结束：{outcome}</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/search/rows.py" />
   <source>Search next</source>
   <translation>下一分区</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/search/rows.py" />
   <source>Search plan</source>
   <translation>搜索计划</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/help/window.py" />
   <source>Search the guide</source>
   <translation>搜索指南</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/search/window.py" />
   <source>Search: {incident}</source>
   <translation>搜索：{incident}</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/sketch/words.py" />
   <source>Searched</source>
   <translation>已搜索</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/search/rows.py" />
   <source>Searchers</source>
   <translation>搜索人数</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/search/rows.py" />
   <source>Searching now</source>
   <translation>正在搜索</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/log/panel.py" />
   <source>Searching …</source>
   <translation>正在搜索…</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/search/rows.py" />
   <source>Sector</source>
   <translation>分区</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/search/layer.py" />
   <source>Sector {name}</source>
   <translation>分区 {name}</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/layers/legend.py" />
   <source>Sector: a team is searching</source>
   <translation>分区：有队伍正在搜索</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/layers/legend.py" />
   <source>Sector: likely</source>
   <translation>分区：可能性大</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/layers/legend.py" />
   <source>Sector: possible</source>
   <translation>分区：有可能</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/layers/legend.py" />
   <source>Sector: searched well</source>
   <translation>分区：已细致搜索</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/layers/legend.py" />
   <source>Sector: unlikely</source>
   <translation>分区：可能性小</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/layers/toggles.py" />
   <source>Sectors</source>
   <translation>分区</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/field/cards.py" />
   <source>See the attachment</source>
   <translation>见附件</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/exercise/editor/head_page.py" />
   <source>Seed of chance</source>
   <translation>随机种子</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/search/tasks.py" />
   <source>Seen at (m)</source>
   <translation>可见距离（米）</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/field/cards.py" />
   <source>Send</source>
   <translation>发送</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/supplies/transfers.py" />
   <source>Send (S)</source>
   <translation>发出 (S)</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/queue/surge.py" />
   <source>Send all</source>
   <translation>全部派出</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/queue/surge.py" />
   <source>Send all {n}</source>
   <translation>全部派出 {n} 起</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/frame/keys.py" />
   <source>Send everything that is ticked</source>
   <translation>派出所有已勾选的</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/search/tasks.py" />
   <source>Send into the sector</source>
   <translation>派往该分区</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/messages/attachments.py" />
   <source>Send now</source>
   <translation>立即发送</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/recommend/panel.py" />
   <source>Send the chosen</source>
   <translation>派出所选</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/field/situation.py" />
   <source>Send the report</source>
   <translation>发送报告</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/board/panel.py" />
   <source>Send to incident {number}</source>
   <translation>派往事件 {number}</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/board/panel.py" />
   <source>Send to the chosen incident</source>
   <translation>派往所选事件</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/map_menu.py" />
   <source>Send {callsign} to {number}</source>
   <translation>派 {callsign} 前往 {number}</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/exercise/editor/words.py" />
   <source>Sensor</source>
   <translation>传感器</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/messages/rows.py" />
   <source>Sent</source>
   <translation>已发送</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/recommend/decisions.py" />
   <source>Sent by hand at {time}; the engine was not asked.</source>
   <translation>于 {time} 手动派出；未征询推荐引擎。</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/recommend/known.py" />
   <source>Sent by policy {version}; nobody had stopped it.</source>
   <translation>按策略 {version} 派出；无人停止。</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/recommend/decisions.py" />
   <source>Sent out</source>
   <translation>派出</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/field/receiver.py" />
   <source>Serial line</source>
   <translation>串口</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/words.py" />
   <source>Serious</source>
   <translation>严重</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/facilities/rows.py" />
   <source>Services</source>
   <translation>服务能力</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/supplies/stock.py" />
   <source>Set as minimum</source>
   <translation>设为最低库存</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/identity/sign_in.py" />
   <source>Set the PIN</source>
   <translation>设置 PIN</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/alarms/panel.py" />
   <source>Set timer</source>
   <translation>设定计时</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/supplies/stock.py" />
   <source>Set up</source>
   <translation>设立</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/supplies/stock.py" />
   <source>Set up a depot on the map, then book goods in below.</source>
   <translation>请在地图上设立仓库，然后在下方入库。</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/first_run.py" />
   <source>Set up this desk</source>
   <translation>设置本席位</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/prints/typesetting.py" />
   <source>Setting the rows into pages</source>
   <translation>正在排版</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/exercise/control.py" />
   <source>Several computers</source>
   <translation>多台计算机</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/statistics/tables.py" />
   <source>Share</source>
   <translation>比例</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/statistics/tables.py" />
   <source>Share of the period</source>
   <translation>占时段比例</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/data/sharing_page.py" />
   <source>Share so from now on</source>
   <translation>自此按此共享</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/log/words.py" />
   <source>Shared with {audience}: {sections}</source>
   <translation>与 {audience} 共享：{sections}</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/data/shares_page.py" />
   <source>Shares of stock</source>
   <translation>库存份额</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/data/sharing_page.py" />
   <source>Sharing</source>
   <translation>共享</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/layers/legend.py" />
   <source>Shelter</source>
   <translation>避难所</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/exercise/editor/window.py" />
   <source>Short name</source>
   <translation>短名称</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/exercise/editor/window.py" />
   <source>Short name: the folder it is saved in</source>
   <translation>短名称：保存所在的文件夹</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/board/panel.py" />
   <source>Show on the map</source>
   <translation>在地图上显示</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/orders/panel.py" />
   <source>Show only the orders of the chosen incident</source>
   <translation>只显示所选事件的命令</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/connection/code_page.py" />
   <source>Show the code that lets another desk in</source>
   <translation>显示让另一席位加入的代码</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/frame/keys.py" />
   <source>Show the folder of the file that was written last</source>
   <translation>显示最近写出文件的所在文件夹</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/frame/keys.py" />
   <source>Show the way of the next unit on the map</source>
   <translation>在地图上显示下一单元的路线</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/identity/devices_page.py" />
   <source>Shut this device out</source>
   <translation>排除此设备</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/field/sketching.py" />
   <source>Sign</source>
   <translation>符号</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/identity/gate.py" />
   <source>Sign in</source>
   <translation>登录</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/data/checkpoints_page.py" />
   <source>Sign one, and let a hub or a partner co-sign it.</source>
   <translation>请签署一个，并由汇聚站或合作单位会签。</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/data/checkpoints_page.py" />
   <source>Sign what is here now</source>
   <translation>签署当前内容</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/data/checkpoints_page.py" />
   <source>Signed by</source>
   <translation>签署者</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/exercise/editor/words.py" />
   <source>Silent unit</source>
   <translation>单元失联</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/positions.py" />
   <source>Simulated position, {age} ago</source>
   <translation>模拟位置，{age}前</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/facilities/rows.py" />
   <source>Since</source>
   <translation>时间</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/report/aside.py" />
   <source>Since the call was answered</source>
   <translation>自接听起</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/frame/windows.py" />
   <source>Situation report</source>
   <translation>情况报告</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/layers/toggles.py" />
   <source>Sketches</source>
   <translation>草图</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/frame/panels.py" />
   <source>Sketches and hazards</source>
   <translation>标绘与危险源</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/field/sketching.py" />
   <source>Sketches on the map</source>
   <translation>地图上的标绘</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/exercise/rows.py" />
   <source>Skipped</source>
   <translation>已略过</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/reach/controls.py" />
   <source>So it was before; the search for newer was given up.</source>
   <translation>这是先前的结果；重新计算已放弃。</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/exercise/live_bar.py" />
   <source>Somebody is on it: go on with the exercise</source>
   <translation>已有人处置：继续演练</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/crash.py" />
   <source>Something in the program went wrong</source>
   <translation>程序出现问题</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/supplies/plan_words.py" />
   <source>Soonest arrival</source>
   <translation>最早送达</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/statistics/tables.py" />
   <source>Source</source>
   <translation>来源</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/frame/overlay.py" />
   <source>Space</source>
   <translation>空格</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/exercise/control.py" />
   <source>Speed</source>
   <translation>速度</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/field/receiver.py" />
   <source>Speed (baud)</source>
   <translation>速率（波特）</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/frame/windows.py" />
   <source>Speed calibration</source>
   <translation>车速校准</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/sketch/words.py" />
   <source>Staging area</source>
   <translation>集结区</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/exercise/timelines_page.py" />
   <source>Stands at</source>
   <translation>当前时间</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/exercise/editor/head_page.py" />
   <source>Start (UTC)</source>
   <translation>开始（UTC）</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/exercise/choice.py" />
   <source>Start the exercise</source>
   <translation>开始演练</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/exercise/offer.py" />
   <source>Start the guided shift</source>
   <translation>开始引导演练</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/frame/working.py" />
   <source>Starting …</source>
   <translation>正在开始…</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/catalogue/versions_page.py" />
   <source>State</source>
   <translation>状态</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/exercise/editor/words.py" />
   <source>Station</source>
   <translation>站点</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/log/words.py" />
   <source>Station {name} added</source>
   <translation>已添加站点 {name}</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/exercise/editor/words.py" />
   <source>Stations</source>
   <translation>站点</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/frame/windows.py" />
   <source>Statistics</source>
   <translation>统计</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/help/grammar.py" />
   <source>Status</source>
   <translation>状态</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/exercise/editor/words.py" />
   <source>Step {n} of the guide</source>
   <translation>引导第 {n} 步</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/exercise/editor/guide_page.py" />
   <source>Steps of the guide</source>
   <translation>引导步骤</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/connection/window.py" />
   <source>Stick</source>
   <translation>U 盘</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/exercise/editor/words.py" />
   <source>Stock</source>
   <translation>库存</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/layers/legend.py" />
   <source>Stock is enough</source>
   <translation>库存充足</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/layers/toggles.py" />
   <source>Stock of the depots</source>
   <translation>仓库库存</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/log/words.py" />
   <source>Stock {depot}: {delta} {item}</source>
   <translation>库存 {depot}：{delta} {item}</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/data/checkpoints_page.py" />
   <source>Stop</source>
   <translation>停止</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/frame/working.py" />
   <source>Stop (Ctrl+P, X)</source>
   <translation>停止 (Ctrl+P, X)</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/automatic/bar.py" />
   <source>Stop it (Ctrl+.)</source>
   <translation>停止（Ctrl+.）</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/frame/keys.py" />
   <source>Stop the printing that is under way</source>
   <translation>停止正在进行的打印</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/frame/keys.py" />
   <source>Stop what is about to be sent by itself</source>
   <translation>停止即将自动派出的派遣</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/queue/surge.py" />
   <source>Stop: {n} of {all} sent …</source>
   <translation>停止：已派出 {n}/{all}…</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/import_progress.py" />
   <source>Stopping …</source>
   <translation>正在停止…</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/closures/form.py" />
   <source>Street</source>
   <translation>道路</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/closures/form.py" />
   <source>Street, or part from … to …</source>
   <translation>街道，或“从 … 到 …”的一段</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/closures/form.py" />
   <source>Streets called alike</source>
   <translation>名称相近的街道</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/layers/legend.py" />
   <source>Streets that nobody reaches in time</source>
   <translation>无单元能及时到达的街道</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/log/words.py" />
   <source>Suggested move not followed: {advised}</source>
   <translation>未采纳建议的调动：{advised}</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/recommend/moves.py" />
   <source>Suggested moves</source>
   <translation>建议的前移</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/connection/stick_page.py" />
   <source>Summary of the other desk</source>
   <translation>另一席位的摘要</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/exercise/editor/head_page.py" />
   <source>Summary, Chinese</source>
   <translation>简介（中文）</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/exercise/editor/head_page.py" />
   <source>Summary, English</source>
   <translation>简介（英文）</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/words.py" />
   <source>Supervisor</source>
   <translation>主管</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/frame/windows.py" />
   <source>Supplies</source>
   <translation>物资保障</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/depots/panel.py" />
   <source>Supplies opens the window to set one up.</source>
   <translation>点击“物资保障”打开窗口进行设立。</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/depots/panel.py" />
   <source>Supplies …</source>
   <translation>物资保障…</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/catalogue/window.py" />
   <source>Supply items</source>
   <translation>物资品目</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/sketch/words.py" />
   <source>Supply point</source>
   <translation>补给点</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/exercise/editor/words.py" />
   <source>Supply shortage</source>
   <translation>物资短缺</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/frame/windows.py" />
   <source>Surge</source>
   <translation>激增</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/search/window.py" />
   <source>Sweep ended</source>
   <translation>结束任务</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/search/rows.py" />
   <source>Sweep width</source>
   <translation>有效扫宽</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/search/tasks.py" />
   <source>Sweep width {n} m (Koester 2014)</source>
   <translation>有效扫宽 {n} 米（Koester 2014）</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/search/window.py" />
   <source>Sweeps</source>
   <translation>搜索任务</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/sketch/words.py" />
   <source>Symbol</source>
   <translation>符号</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/exercise/editor/sheet_page.py" />
   <source>Synopsis</source>
   <translation>梗概</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/exercise/editor/words.py" />
   <source>Synopsis, Chinese</source>
   <translation>梗概（中文）</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/exercise/editor/words.py" />
   <source>Synopsis, English</source>
   <translation>梗概（英文）</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/past/window.py" />
   <source>THE PAST: {moment}</source>
   <translation>过去：{moment}</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/command_line/popup.py" />
   <source>Tab completes · ↓ picks · ↑ earlier lines · Enter does it · Esc leaves</source>
   <translation>Tab 补全 · ↓ 选择 · ↑ 历史 · Enter 执行 · Esc 离开</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/exercise/editor/resources_page.py" />
   <source>Table</source>
   <translation>表格</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/facilities/choice.py" />
   <source>Tag</source>
   <translation>标签</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/supplies/partners.py" />
   <source>Take (A)</source>
   <translation>接受 (A)</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/data/checkpoints_page.py" />
   <source>Take in or co-sign a file …</source>
   <translation>接收或会签文件…</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/exercise/notes_page.py" />
   <source>Take it out</source>
   <translation>撤去</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/messages/compose.py" />
   <source>Take off</source>
   <translation>取下</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/exercise/choice.py" />
   <source>Take part</source>
   <translation>参加</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/field/team.py" />
   <source>Take the chosen name off</source>
   <translation>移除所选姓名</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/exercise/injects_page.py" />
   <source>Take the last change back</source>
   <translation>撤回上一次更改</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/identity/people_page.py" />
   <source>Take the role back</source>
   <translation>收回角色</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/report/aside.py" />
   <source>Take this parked call up again</source>
   <translation>重新处理此来电</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/facilities/report.py" />
   <source>Taken</source>
   <translation>已占用</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/facilities/report.py" />
   <source>Takes nobody in</source>
   <translation>暂停接收</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/facilities/report.py" />
   <source>Takes people in again</source>
   <translation>恢复接收</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/field/window.py" />
   <source>Task</source>
   <translation>任务</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/field/window.py" />
   <source>Team</source>
   <translation>队伍</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/supplies/partners.py" />
   <source>Team: place on the map …</source>
   <translation>队伍：在地图上定位…</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/recommend/moves.py" />
   <source>Tell the unit to move up</source>
   <translation>通知该单元前移</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/messages/compose.py" />
   <source>Template</source>
   <translation>模板</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/catalogue/window.py" />
   <source>Templates of messages</source>
   <translation>消息模板</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/incident/lines.py" />
   <source>Templates, files, groups, who has read it (Ctrl+Shift+M)</source>
   <translation>模板、文件、群组、已读情况（Ctrl+Shift+M）</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/speeds/window.py" />
   <source>Tertiary roads</source>
   <translation>支路</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/exercise/editor/window.py" />
   <source>Test-run</source>
   <translation>试运行</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/field/sketching.py" />
   <source>Text</source>
   <translation>文字</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/connection/links_page.py" />
   <source>Text first (slow line): small batches, attachments wait until somebody asks for them</source>
   <translation>文字优先（慢速线路）：小批量传输，附件在有人索取前等待</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/catalogue/window.py" />
   <source>Text of the file</source>
   <translation>文件内容</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/reach/controls.py" />
   <source>That place: {who}</source>
   <translation>该地点：{who}</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/exercise/guide.py" />
   <source>That was the whole job. Ctrl+E shows how it went; look around, or close the window.</source>
   <translation>整个流程就是这样。按 Ctrl+E 可查看完成情况；可以四处看看，或关闭窗口。</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/data/end_page.py" />
   <source>The archive is one compressed file with every entry, every attachment that is on this computer and a signed checkpoint, encrypted to the operation and checked after it is written. It opens to look at on any computer that has the operation's key or its code.</source>
   <translation>归档是一个压缩文件，包含所有记录、本机上的所有附件和一个已签名的检查点，按本行动加密，写入后会进行检查。任何拥有本行动密钥或代码的计算机都可以打开查看。</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/report/aside.py" />
   <source>The call that rings is another one; it goes on ringing</source>
   <translation>正在振铃的是另一个来电；它继续振铃</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/log/words.py" />
   <source>The caller must be rung back</source>
   <translation>需要回拨报警人</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/help/window.py" />
   <source>The chapter</source>
   <translation>章节内容</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/connection/code_page.py" />
   <source>The code as a QR picture</source>
   <translation>二维码形式的代码</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/identity/recovery_sheet.py" />
   <source>The code stays good after that. Put the paper back into the safe.</source>
   <translation>恢复码此后仍然有效。请把凭证放回保险柜。</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/help/grammar.py" />
   <source>The command line: every word</source>
   <translation>命令行：全部词语</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/exercise/choice_pages.py" />
   <source>The controller's window shows the codes: Exercise, Several computers. This computer needs the exercise's region.</source>
   <translation>代码见导调员窗口：演练 → 多台计算机。本机须有演练所在区域。</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/field/cards.py" />
   <source>The desk sends you; until then you are free.</source>
   <translation>由指挥席派出；在此之前处于待命。</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/catalogue/window.py" />
   <source>The draft is being checked …</source>
   <translation>正在检查草稿……</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/catalogue/window.py" />
   <source>The draft is what is in force.</source>
   <translation>草稿与现行版本相同。</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/exercise/editor/guide_page.py" />
   <source>The exercise is guided: the steps are shown one at a time above the map</source>
   <translation>引导演练：各步骤逐一显示在地图上方</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/log/words.py" />
   <source>The exercise's clock was set</source>
   <translation>演练时钟已设置</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/messages/compose.py" />
   <source>The file shows people, or can be traced to them: partners do not get it, and it can be erased for good</source>
   <translation>文件中有人物或可追溯到个人：合作单位得不到它，并可彻底清除</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/recommend/panel.py" />
   <source>The incident has ended or its plan asks for nothing more.</source>
   <translation>事件已结束，或预案不再需要更多单元。</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/identity/gate.py" />
   <source>The keys of this desk are locked with a passphrase.</source>
   <translation>本席位的密钥已用口令锁定。</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/frame/keys.py" />
   <source>The line dropped: keep the call, to be rung back</source>
   <translation>线路中断：保留来电以便回拨</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/exercise/live_bar.py" />
   <source>The live desk cannot be heard since {ended}. Whether somebody sees to the alarm of {came} is not known here: {what}</source>
   <translation>自{ended}起收不到实战台的消息，{came}的告警是否有人处理，此处不得而知：{what}</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/catalogue/trial_page.py" />
   <source>The log is being read: {n} of {all} entries …</source>
   <translation>正在读取日志：{all} 条中已读 {n} 条……</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/prints/papers.py" />
   <source>The map as it is shown</source>
   <translation>当前显示的地图</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/field/team.py" />
   <source>The names of crews are not shown to your role</source>
   <translation>班组人员姓名不向您的角色显示</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/closures/form.py" />
   <source>The nearest street</source>
   <translation>最近的道路</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/identity/join_page.py" />
   <source>The numbers are the same: join</source>
   <translation>数字一致：加入</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/identity/devices_page.py" />
   <source>The numbers are the same: let it in</source>
   <translation>数字一致：准许</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/data/end_page.py" />
   <source>The operation has to be ended first.</source>
   <translation>必须先结束行动。</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/log/words.py" />
   <source>The operation was ended</source>
   <translation>行动已结束</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/frame/keys.py" />
   <source>The order is carried out</source>
   <translation>命令已执行</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/identity/paper.py" />
   <source>The paper as a QR picture</source>
   <translation>二维码图片</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/exercise/editor/sheet_page.py" />
   <source>The player gets: {what}</source>
   <translation>参演者收到：{what}</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/faults/window.py" />
   <source>The program has noted no fault of its own on this computer. Should it ever, the report stands here: to read, to copy and hand on, or to throw away. It is sent nowhere.</source>
   <translation>本程序在这台计算机上没有记录过自身的故障。如有，报告会出现在这里：可阅读，可复制转交，也可丢弃。不会发送到任何地方。</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/identity/recovery_page.py" />
   <source>The recovery code is not on this computer. It was printed where the operation was begun; an operation of an older program has none.</source>
   <translation>恢复码不在本机。它在发起行动的计算机上打印；由旧版程序发起的行动没有恢复码。</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/identity/recovery_page.py" />
   <source>The recovery code is on paper only, as it should be.</source>
   <translation>恢复码只在纸上，正应如此。</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/identity/recovery_page.py" />
   <source>The recovery code lies on this computer, where a thief finds it too. Print the paper, put it into a safe, then type its group 4 here.</source>
   <translation>恢复码存放在本机，盗贼也能找到它。请打印凭证，放入保险柜，然后在此输入其第 4 组。</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/identity/recovery_page.py" />
   <source>The recovery paper takes the rule of rights back when the computer where the operation was begun is lost or stolen with its PIN. Whoever has it is master of the operation: it belongs into a safe.</source>
   <translation>发起行动的计算机连同 PIN 丢失或被盗时，用恢复凭证收回权限。持有它的人就是行动的主人：它应放在保险柜里。</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/faults/window.py" />
   <source>The report</source>
   <translation>报告内容</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/crash.py" />
   <source>The report lies in {path}</source>
   <translation>报告位于 {path}</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/exercise/review_page.py" />
   <source>The run so far. Advice is what the engine would have said at the instant of each decision, with only what was known then; that it differs is no reproach.</source>
   <translation>截至目前的演练。建议是引擎在每次决策的那一刻、仅凭当时已知的情况会给出的意见；与之不同并不是过错。</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/speeds/window.py" />
   <source>The runs of this operation are being read …</source>
   <translation>正在读取本次行动的行程…</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/exercise/editor/trial_page.py" />
   <source>The scenario runs as fast as this computer can, without a window. A virtual player accepts the program's recommendations.</source>
   <translation>场景以本机最快速度在后台运行，由虚拟参演者采纳程序的建议。</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/lock/window.py" />
   <source>The screen is locked</source>
   <translation>屏幕已锁定</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/help/grammar.py" />
   <source>The status of a unit</source>
   <translation>单元的状态</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/frame/keys.py" />
   <source>The unit accepts the order</source>
   <translation>单元接受命令</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/frame/keys.py" />
   <source>The unit refuses the order</source>
   <translation>单元拒绝命令</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/statistics/window.py" />
   <source>The whole operation</source>
   <translation>整个行动</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/field/team.py" />
   <source>The whole team</source>
   <translation>全班组</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/frame/menu.py" />
   <source>Theme</source>
   <translation>主题</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/identity/recovery_page.py" />
   <source>Then</source>
   <translation>之后</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/prints/way.py" />
   <source>Then for</source>
   <translation>行驶</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/statistics/window.py" />
   <source>There are no units yet.</source>
   <translation>还没有单元。</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/reach/controls.py" />
   <source>There is no answer: the search was given up. “Look again” asks anew.</source>
   <translation>没有结果：计算已放弃。可点“重新计算”。</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/data/checkpoints_page.py" />
   <source>There is no checkpoint yet</source>
   <translation>尚无检查点</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/catalogue/trial_page.py" />
   <source>There is no draft that can be used.</source>
   <translation>没有可用的草稿。</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/exercise/editor/sheet_page.py" />
   <source>There is no inject yet</source>
   <translation>尚无注入</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/data/sharing_page.py" />
   <source>There is no partner yet</source>
   <translation>尚无合作单位</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/data/shares_page.py" />
   <source>There is no stock</source>
   <translation>没有库存</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/recommend/cover_words.py" />
   <source>There live about {percent} % of the people, {n}, by the map's house numbers.</source>
   <translation>按地图门牌估算，其中居住约 {percent} % 的人口，{n} 人。</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/facilities/window.py" />
   <source>They come with the region's map, or from facilities.csv.</source>
   <translation>来自地区地图或 facilities.csv。</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/sketch/words.py" />
   <source>Thin ice</source>
   <translation>薄冰</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/data/partner_stick.py" />
   <source>This computer is a partner's: a stick for the desk whose address you type carries all that is here.</source>
   <translation>这台计算机属于合作单位：写给所输入地址的席位的 U 盘包含此处的全部内容。</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/connection/window.py" />
   <source>This desk runs without connections.</source>
   <translation>本席位在无连接状态下运行。</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/identity/sign_in.py" />
   <source>This desk runs without people to sign in.</source>
   <translation>本席位在无人员登录的情况下运行。</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/log/words.py" />
   <source>This device stands with {callsign}</source>
   <translation>本设备随 {callsign} 使用</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/exercise/evaluation_page.py" />
   <source>This exercise has no objectives to be rated.</source>
   <translation>本演练没有需要评定的目标。</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/messages/talk_page.py" />
   <source>This incident</source>
   <translation>本事件</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/field/cards.py" />
   <source>This laptop</source>
   <translation>本机</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/connection/links_page.py" />
   <source>This line carries {rate} a second: let text go first.</source>
   <translation>此线路每秒传输 {rate}：建议文字优先。</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/data/end_page.py" />
   <source>This operation was ended at {when}.</source>
   <translation>本次行动已于 {when} 结束。</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/reach/menu.py" />
   <source>This place</source>
   <translation>此处</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/closures/preview.py" />
   <source>This would be closed</source>
   <translation>此处将被封闭</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/faults/window.py" />
   <source>Throw it away</source>
   <translation>丢弃</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/frame/keys.py" />
   <source>Tick or untick a unit</source>
   <translation>勾选或取消勾选单元</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/data/looks_page.py" />
   <source>Time</source>
   <translation>时间</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/exercise/editor/head_page.py" />
   <source>Time zone of the sheet</source>
   <translation>注入表的时区</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/exercise/editor/sheet_page.py" />
   <source>Timeline</source>
   <translation>时间线</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/exercise/control.py" />
   <source>Timelines</source>
   <translation>时间线</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/log/words.py" />
   <source>Timer done: {text}</source>
   <translation>计时完成：{text}</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/log/words.py" />
   <source>Timer set: {text}</source>
   <translation>设定计时：{text}</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/alarms/timers.py" />
   <source>Timers that will ring; choose one to call it off</source>
   <translation>尚未到时的计时；选中即可取消</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/incident/detail.py" />
   <source>Times</source>
   <translation>时间</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/statistics/window.py" />
   <source>Times are from the log. A call clock begins when the call is answered, else with the report. Dashed: the goal.</source>
   <translation>时间取自日志。来电计时从接听开始，否则从报告开始。虚线：目标。</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/statistics/tables.py" />
   <source>Times measured</source>
   <translation>统计次数</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/exercise/editor/words.py" />
   <source>To</source>
   <translation>收</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/data/classes_page.py" />
   <source>To be erased</source>
   <translation>待清除</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/connection/stick_page.py" />
   <source>To keep the other side's stick small, give it the summary of what this desk has.</source>
   <translation>把本席位已有内容的摘要交给对方，可使对方的 U 盘文件更小。</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/exercise/control.py" />
   <source>To the next inject</source>
   <translation>到下一个注入</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/identity/join_page.py" />
   <source>To work in the operation of other desks, write a request and bring it to a supervisor's desk. No network is needed.</source>
   <translation>要在其他席位的行动中工作，请写出申请并带到主管的席位。不需要网络。</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/incident/units.py" />
   <source>To {facility}</source>
   <translation>送往 {facility}</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/prints/ics_more.py" />
   <source>Tone</source>
   <translation>亚音</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/exercise/rows.py" />
   <source>Took</source>
   <translation>用时</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/frame/keys.py" />
   <source>Tools of the map</source>
   <translation>地图工具</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/facilities/rows.py" />
   <source>Total</source>
   <translation>总数</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/field/acts.py" />
   <source>Tracks (*.gpx)</source>
   <translation>轨迹 (*.gpx)</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/layers/legend.py" />
   <source>Trail of a unit</source>
   <translation>单元轨迹</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/layers/ground.py" />
   <source>Trails as GPX …</source>
   <translation>轨迹存为 GPX…</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/layers/toggles.py" />
   <source>Trails of units</source>
   <translation>单元轨迹</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/first_run.py" />
   <source>Trainer</source>
   <translation>教员</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/first_run.py" />
   <source>Training region</source>
   <translation>训练区域</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/supplies/transfers.py" />
   <source>Transfers</source>
   <translation>调拨</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/prints/ics_more.py" />
   <source>Transmit</source>
   <translation>发射</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/field/cards.py" />
   <source>Transport needed</source>
   <translation>需要转运</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/frame/keys.py" />
   <source>Transporting</source>
   <translation>转运</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/prints/ics.py" />
   <source>Trapped</source>
   <translation>被困</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/words.py" />
   <source>Triaged</source>
   <translation>已分级</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/catalogue/window.py" />
   <source>Trial</source>
   <translation>试用</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/catalogue/trial_page.py" />
   <source>Trial against past incidents</source>
   <translation>用以往事件试用</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/exercise/editor/words.py" />
   <source>Trigger</source>
   <translation>触发条件</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/supplies/plan_rows.py" />
   <source>Trip</source>
   <translation>车次</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/supplies/plan_paper.py" />
   <source>Trip {n}: load at {depot}, leave at {time} · {load} · {goods}</source>
   <translation>第 {n} 趟：在 {depot} 装货，{time} 出发 · {load} · {goods}</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/supplies/plan.py" />
   <source>Trips</source>
   <translation>车次</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/supplies/plan_words.py" />
   <source>Trips serve several places; urgent loads first, then the least sum of arrivals. Up to {n} loads exactly.</source>
   <translation>一趟可送多处；先急后缓，再使送达时间总和最小。不超过 {n} 批货物时为精确解。</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/messages/viewer.py" />
   <source>True colours ({key})</source>
   <translation>真实颜色（{key}）</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/field/receiver.py" />
   <source>Try it</source>
   <translation>试一试</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/catalogue/trial_page.py" />
   <source>Try the draft</source>
   <translation>试用草稿</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/field/cards.py" />
   <source>Turn by turn</source>
   <translation>逐步路线</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/statistics/tables.py" />
   <source>Turnout by station</source>
   <translation>按站点出动</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/incident/route.py" />
   <source>Turns</source>
   <translation>转弯</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/sketch/shapes.py" />
   <source>Two desks disagree about this; see Conflicts</source>
   <translation>两个席位对此不一致；见“冲突”</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/conflicts/settling.py" />
   <source>Two desks disagree: {what}. What is right?</source>
   <translation>两个席位有分歧：{what}。以哪个为准？</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/conflicts/settling.py" />
   <source>Two desks disagree: {what}. {values}. What is right?</source>
   <translation>两个席位有分歧：{what}。{values}。哪个正确？</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/reach/coverage.py" />
   <source>Two free units or more can be here within {time}</source>
   <translation>有两个或更多空闲单元可在 {time}内到达</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/catalogue/trial_page.py" />
   <source>Type</source>
   <translation>类型</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/connection/code_page.py" />
   <source>Type, paste or scan it here</source>
   <translation>在此输入、粘贴或扫描</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/field/cards.py" />
   <source>URGENT</source>
   <translation>紧急</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/field/stick.py" />
   <source>USB stick</source>
   <translation>U 盘</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/frame/coordinates.py" />
   <source>UTM</source>
   <translation>UTM</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/exercise/evaluation_page.py" />
   <source>Unable</source>
   <translation>未能完成</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/field/situation.py" />
   <source>Unchanged</source>
   <translation>无变化</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/field/cards.py" />
   <source>Under control</source>
   <translation>已控制</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/exercise/editor/window.py" />
   <source>Undo</source>
   <translation>撤销</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/frame/strip.py" />
   <source>Undo (Ctrl+Z)</source>
   <translation>撤销（Ctrl+Z）</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/frame/keys.py" />
   <source>Undo your last action</source>
   <translation>撤销上一操作</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/exercise/choice_pages.py" />
   <source>Unfinished exercises</source>
   <translation>未完成的演练</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/incident/route.py" />
   <source>Unit</source>
   <translation>单元</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/board/panel.py" />
   <source>Unit board</source>
   <translation>单元看板</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/log/words.py" />
   <source>Unit {callsign} added</source>
   <translation>已添加单元 {callsign}</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/log/words.py" />
   <source>Unit {callsign} changed: {changed}</source>
   <translation>单元 {callsign} 已更改：{changed}</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/exercise/editor/words.py" />
   <source>Units</source>
   <translation>单元</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/exercise/editor/resources_page.py" />
   <source>Units and stations listed here take the place of the region's, depots and stock that of its depots; else they are the region's.</source>
   <translation>此处列出的单元和站点取代区域自有的，仓库和库存取代区域自有的仓库；未列出时沿用区域自有资源。</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/board/panel.py" />
   <source>Units come with the region, from a list you import, or from another desk.</source>
   <translation>单元来自区域、导入的清单或其他席位。</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/messages/groups_page.py" />
   <source>Units now</source>
   <translation>当前单元数</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/messages/groups_page.py" />
   <source>Units picked by hand</source>
   <translation>手动选择的单元</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/orders/panel.py" />
   <source>Units, e.g. E1 M3; empty: all at this incident</source>
   <translation>单元，如 E1 M3；留空：本事件全部单元</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/exercise/editor/resources_page.py" />
   <source>Units, stations, depots and stock</source>
   <translation>单元、站点、仓库与库存</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/sitrep/draft.py" />
   <source>Units: {units}.</source>
   <translation>单元：{units}。</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/supplies/plan_paper.py" />
   <source>Unloads</source>
   <translation>卸下</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/identity/gate.py" />
   <source>Unlock</source>
   <translation>解锁</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/supplies/plan.py" />
   <source>Unmet</source>
   <translation>未满足</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/supplies/plan_rows.py" />
   <source>Unmet at</source>
   <translation>未满足的地点</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/closures/form.py" />
   <source>Until</source>
   <translation>至</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/orders/panel.py" />
   <source>Urgent</source>
   <translation>紧急</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/prints/ics_more.py" />
   <source>Use</source>
   <translation>用途</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/search/rating.py" />
   <source>Use distances</source>
   <translation>采用距离</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/field/receiver.py" />
   <source>Use it</source>
   <translation>使用</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/connection/links_page.py" />
   <source>Use these</source>
   <translation>使用这些设置</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/field/cards.py" />
   <source>User guide</source>
   <translation>用户指南</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/supplies/plan_rows.py" />
   <source>Vehicle</source>
   <translation>车辆</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/catalogue/window.py" />
   <source>Vehicles on the roads</source>
   <translation>道路上的车型</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/catalogue/window.py" />
   <source>Versions</source>
   <translation>版本</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/catalogue/versions_page.py" />
   <source>Versions of the catalogue</source>
   <translation>目录的各个版本</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/sketch/words.py" />
   <source>Violence</source>
   <translation>暴力</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/exercise/editor/head_page.py" />
   <source>Virtual player thinks, s</source>
   <translation>虚拟参演者思考（秒）</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/exercise/rows.py" />
   <source>Waiting</source>
   <translation>等待</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/identity/window.py" />
   <source>Waiting ({count})</source>
   <translation>待裁定（{count}）</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/queue/surge.py" />
   <source>Waiting incidents</source>
   <translation>等待的事件</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/frame/keys.py" />
   <source>Wall view</source>
   <translation>大屏视图</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/exercise/editor/words.py" />
   <source>Warning</source>
   <translation>预警</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/identity/recovery_page.py" />
   <source>Was the founder's computer lost or stolen? Choose which devices are shut out and the last entry of each that is believed. Then type the code: this computer takes the founder's place.</source>
   <translation>发起者的计算机丢失或被盗了？请选择要排除的设备，以及每台设备最后可信的记录。然后输入恢复码：本机取得发起者的地位。</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/exercise/notes_page.py" />
   <source>Was “{was}”, now “{now}” ({by})</source>
   <translation>原为“{was}”，现为“{now}”（{by}）</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/field/situation.py" />
   <source>Water</source>
   <translation>水源</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/sketch/words.py" />
   <source>Water point</source>
   <translation>取水点</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/incident/panel.py" />
   <source>Way</source>
   <translation>路线</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/sketch/words.py" />
   <source>Way in</source>
   <translation>入口</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/layers/legend.py" />
   <source>Way of a unit</source>
   <translation>单元路线</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/search/rows.py" />
   <source>Way there</source>
   <translation>路程</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/incident/route.py" />
   <source>Way {n}: {words}</source>
   <translation>路线 {n}：{words}</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/layers/toggles.py" />
   <source>Ways of units en route</source>
   <translation>途中单元的路线</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/field/cards.py" />
   <source>We need more units</source>
   <translation>需要增援</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/search/rating.py" />
   <source>Weight</source>
   <translation>权重</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/report/form.py" />
   <source>What</source>
   <translation>事件类型</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/exercise/editor/trial_page.py" />
   <source>What came of the test-run</source>
   <translation>试运行结果</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/exercise/deeds_page.py" />
   <source>What controllers changed, here and at other computers; players do not see it. It stands in the report.</source>
   <translation>导调员在本机和其他计算机上所作的更改；参演者看不到。报告中会列出。</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/exercise/deeds_page.py" />
   <source>What controllers did</source>
   <translation>导调员操作</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/importing/window.py" />
   <source>What could not be read</source>
   <translation>未能读取的内容</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/messages/compose.py" />
   <source>What do you want to say?</source>
   <translation>想说什么？</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/prints/reports.py" />
   <source>What happened</source>
   <translation>经过</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/messages/radio_page.py" />
   <source>What happened, as on the command line</source>
   <translation>发生了什么（与命令行写法相同）</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/exercise/rows.py" />
   <source>What happens</source>
   <translation>发生什么</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/alarms/panel.py" />
   <source>What is being done about it</source>
   <translation>正在采取的措施</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/exercise/rows.py" />
   <source>What is expected</source>
   <translation>预期行动</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/field/situation.py" />
   <source>What is needed</source>
   <translation>需要什么</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/incident/lines.py" />
   <source>What is said and noted about this incident stands here.</source>
   <translation>此事件的消息与备注显示在这里。</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/exercise/editor/words.py" />
   <source>What is said or shown, Chinese</source>
   <translation>所说或所示内容（中文）</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/exercise/editor/words.py" />
   <source>What is said or shown, English</source>
   <translation>所说或所示内容（英文）</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/field/team.py" />
   <source>What is to be done</source>
   <translation>要做什么</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/exercise/editor/resources_page.py" />
   <source>What is wrong</source>
   <translation>问题</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/help/grammar.py" />
   <source>What it does</source>
   <translation>作用</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/sketch/form.py" />
   <source>What it is</source>
   <translation>类型</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/search/tasks.py" />
   <source>What next?</source>
   <translation>下一步搜哪里？</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/supplies/plan.py" />
   <source>What response plans and depots ask for and nobody has promised yet.</source>
   <translation>响应方案和仓库申请、尚无人答应的物资。</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/identity/acts_page.py" />
   <source>What somebody did without right, or not yet knowing that the right was gone. It is in the log and does not count until you say so.</source>
   <translation>有人无权或尚不知权限已失效时所做的行为。它在日志中，在您裁定之前不生效。</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/supplies/plan_paper.py" />
   <source>What the plan is worth</source>
   <translation>方案评估</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/faults/window.py" />
   <source>What the program noted about its own faults, on this computer only: no names, no numbers, no places, nothing people wrote. They are sent nowhere; copy one to hand it on. Folder: {folder}</source>
   <translation>程序对自身故障的记录，仅存于这台计算机：不含姓名、号码、地点，也不含任何人写下的内容。不会发送到任何地方；如需转交，请复制。文件夹：{folder}</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/orders/panel.py" />
   <source>What the unit says; a refusal and a withdrawal need it</source>
   <translation>单元的答复；拒绝和撤回时必填</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/identity/recovery_sheet.py" />
   <source>What this paper is for</source>
   <translation>此凭证的用途</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/prints/way.py" />
   <source>What to do</source>
   <translation>操作</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/search/window.py" />
   <source>What to search next</source>
   <translation>下一步搜索建议</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/catalogue/window.py" />
   <source>What vehicles carry</source>
   <translation>车辆装载量</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/exercise/choice_pages.py" />
   <source>What was closed, or cut off, before its end goes on where it was.</source>
   <translation>提前关闭或中断的演练可从原处继续。</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/exercise/deeds_page.py" />
   <source>What was done</source>
   <translation>所做行为</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/recommend/decisions.py" />
   <source>What was known then</source>
   <translation>当时所知</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/incident/detail.py" />
   <source>What was reported</source>
   <translation>报警内容</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/exercise/evaluation_page.py" />
   <source>What was seen</source>
   <translation>观察到的情况</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/exercise/evaluation_page.py" />
   <source>What was shown, by objective; kept as you write.</source>
   <translation>按目标记录表现；随写随存。</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/catalogue/trial_page.py" />
   <source>When</source>
   <translation>时间</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/identity/recovery_sheet.py" />
   <source>When the computer where the operation was begun is lost or stolen</source>
   <translation>发起行动的计算机丢失或被盗时</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/prints/cards.py" />
   <source>Where</source>
   <translation>地点</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/field/receiver.py" />
   <source>Where my position comes from</source>
   <translation>我的位置来源</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/measure/controls.py" />
   <source>Where the wind comes from, 0 north, 90 east; empty: all round. Downwind is a sector of 60° from a place, and from each point of a line or area.</source>
   <translation>风的来向，0 为北，90 为东；留空表示四周。下风向是从一个地点起 60° 的扇形；对线或区域，则从其每一点起算。</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/roll_call/window.py" />
   <source>While somebody is missing: why it ends</source>
   <translation>仍有人缺失时：为何结束</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/catalogue/versions_page.py" />
   <source>Who</source>
   <translation>人员</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/exercise/sharing_page.py" />
   <source>Who does not find it by itself types where it is: {addresses}</source>
   <translation>不能自动找到本机时，请输入本机地址：{addresses}</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/facilities/window.py" />
   <source>Who goes where</source>
   <translation>人员去向</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/facilities/window.py" />
   <source>Who goes where: {going} on the way, {there} there</source>
   <translation>人员去向：途中 {going}，已到达 {there}</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/frame/tool_keys.py" />
   <source>Who is along a line</source>
   <translation>沿线有谁</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/measure/controls.py" />
   <source>Who is around</source>
   <translation>周围有谁</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/frame/tool_keys.py" />
   <source>Who is around a place</source>
   <translation>某处周边有谁</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/frame/tool_keys.py" />
   <source>Who is around an area</source>
   <translation>区域周边有谁</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/field/team.py" />
   <source>Who is to do it</source>
   <translation>由谁来做</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/measure/controls.py" />
   <source>Who is within {radius} m</source>
   <translation>{radius} 米内有谁</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/data/classes_page.py" />
   <source>Who may see it</source>
   <translation>可查看者</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/identity/sign_in.py" />
   <source>Who sits here? Everything that is done at this desk is signed with this name.</source>
   <translation>谁在这里值守？本席位的一切操作都以此姓名签署。</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/exercise/sharing_page.py" />
   <source>Who takes part</source>
   <translation>参加者</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/facilities/window.py" />
   <source>Who they are: {who}</source>
   <translation>人员：{who}</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/connection/code_page.py" />
   <source>Whoever has this desk's code can read the whole operation. Give it by hand or by voice, never on the stick that carries the log.</source>
   <translation>持有本席位代码的人可以读取整个行动。请当面或口头交付，绝不要放在携带日志的 U 盘上。</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/identity/recovery_sheet.py" />
   <source>Whoever has this paper is master of the operation. Put it into a safe, away from the computer. Show it to nobody, take no picture of it. The computer that printed it deletes the code as soon as somebody confirms that the paper can be read.</source>
   <translation>持有此凭证的人就是行动的主人。请把它放入远离计算机的保险柜。不要给任何人看，不要拍照。一旦有人确认凭证可以读出，打印它的计算机就会删除恢复码。</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/exercise/injects_page.py" />
   <source>Whose injects are shown</source>
   <translation>显示谁的注入</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/catalogue/versions_page.py" />
   <source>Why</source>
   <translation>原因</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/catalogue/window.py" />
   <source>Why (kept in the log)</source>
   <translation>原因（记入日志）</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/recommend/panel.py" />
   <source>Why another choice? The reason is logged.</source>
   <translation>为何更改选择？原因将写入日志。</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/messages/attachments.py" />
   <source>Why is {name} to be deleted on every device?</source>
   <translation>为什么要在所有设备上删除 {name}？</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/identity/acts_page.py" />
   <source>Why it waits</source>
   <translation>待裁定原因</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/roll_call/window.py" />
   <source>Why the roll-call ends</source>
   <translation>结束点名的原因</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/measure/controls.py" />
   <source>Wind from, °</source>
   <translation>风来向（°）</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/frame/keys.py" />
   <source>Windows</source>
   <translation>窗口</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/connection/stick_page.py" />
   <source>With the attachments that are here, in a second file</source>
   <translation>同时写入此处的附件（另存为第二个文件）</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/orders/panel.py" />
   <source>Withdraw</source>
   <translation>撤回</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/words.py" />
   <source>Withdrawn</source>
   <translation>已撤回</translation>
  </message>
  <message>
   <location filename="../../commandcenter/app/hands.py" />
   <source>Withdrawn: {text}</source>
   <translation>撤回：{text}</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/statistics/tables.py" />
   <source>Within 60 s</source>
   <translation>60秒内</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/recommend/cover_words.py" />
   <source>Without {callsign} nothing is lost.</source>
   <translation>若无 {callsign}，不受影响。</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/recommend/cover_words.py" />
   <source>Without {callsign} {percent} % less, and {n} people.</source>
   <translation>若无 {callsign}，减少 {percent} %，涉及约 {n} 人。</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/recommend/cover_words.py" />
   <source>Without {callsign} {percent} % less.</source>
   <translation>若 {callsign} 离开则减少 {percent}%。</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/help/grammar.py" />
   <source>Words</source>
   <translation>词语</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/supplies/plan_paper.py" />
   <source>Worked out</source>
   <translation>计算时间</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/field/cards.py" />
   <source>Write a message</source>
   <translation>写消息</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/connection/stick_page.py" />
   <source>Write a stick</source>
   <translation>写入 U 盘</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/data/partner_stick.py" />
   <source>Write a stick for it …</source>
   <translation>为其写入 U 盘 …</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/data/partner_stick.py" />
   <source>Write a stick for this address …</source>
   <translation>为此地址写入 U 盘 …</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/sketch/panel.py" />
   <source>Write all into a GeoJSON or GPX file …</source>
   <translation>全部写入 GeoJSON 或 GPX 文件…</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/sketch/panel.py" />
   <source>Write all into a file</source>
   <translation>全部写入文件</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/frame/tool_keys.py" />
   <source>Write all sketches into a GeoJSON or GPX file</source>
   <translation>将全部标绘写入 GeoJSON 或 GPX 文件</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/connection/stick_page.py" />
   <source>Write everything …</source>
   <translation>写入全部 …</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/importing/window.py" />
   <source>Write example files …</source>
   <translation>写出示例文件 …</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/exercise/choice.py" />
   <source>Write scenarios …</source>
   <translation>编写场景…</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/data/end_page.py" />
   <source>Write the archive …</source>
   <translation>写出归档…</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/identity/join_page.py" />
   <source>Write the request</source>
   <translation>写出申请</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/frame/tool_keys.py" />
   <source>Write the rows of the log that are shown into a CSV file</source>
   <translation>把日志中显示的行写入 CSV 文件</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/connection/stick_page.py" />
   <source>Write this desk's summary</source>
   <translation>写入本席位的摘要</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/connection/stick_page.py" />
   <source>Write this desk's summary …</source>
   <translation>写入本席位的摘要 …</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/messages/talk_page.py" />
   <source>Write to units, a group, an incident or all below.</source>
   <translation>在下方写给单元、群组、事件或全体。</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/connection/stick_page.py" />
   <source>Write what another desk lacks …</source>
   <translation>写入另一席位缺少的内容 …</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/prints/facts.py" />
   <source>Writing the rows</source>
   <translation>正在书写各行</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/importing/window.py" />
   <source>Written there</source>
   <translation>原文</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/field/cards.py" />
   <source>You are there.</source>
   <translation>已到达。</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/exercise/choice_pages.py" />
   <source>Your name</source>
   <translation>您的姓名</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/first_run.py" />
   <source>Your role</source>
   <translation>您的角色</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/sketch/words.py" />
   <source>Zone</source>
   <translation>区域</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/log/words.py" />
   <source>a road</source>
   <translation>一条道路</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/measure/tool.py" />
   <source>about {n} people: each address a household of {size}; the map knows no people</source>
   <translation>约 {n} 人：按每个地址一户 {size} 人估算；地图本身没有人口数据</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/frame/working.py" />
   <source>about {time} left</source>
   <translation>约剩 {time}</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/command_line/reasons.py" />
   <source>accident</source>
   <translation>事故</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/log/words.py" />
   <source>address</source>
   <translation>地址</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/recommend/bindings.py" />
   <source>adds most to the coverage</source>
   <translation>对覆盖增益最大</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/lock/choice.py" />
   <source>after {n} min without a hand</source>
   <translation>无人操作 {n} 分钟后</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/logistics_words.py" />
   <source>agency</source>
   <translation>机构</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/log/words.py" />
   <source>alarm level</source>
   <translation>警报等级</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/messages/compose.py" />
   <source>all</source>
   <translation>全体</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/roll_call/window.py" />
   <source>all are there</source>
   <translation>全员到齐</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/recommend/known.py" />
   <source>all at their stations</source>
   <translation>均在站点</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/prints/traffic.py" />
   <source>all at {number}</source>
   <translation>{number} 现场全体</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/identity/words.py" />
   <source>all roles</source>
   <translation>所有角色</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/reach/controls.py" />
   <source>all units</source>
   <translation>全部单元</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/alarms/rows.py" />
   <source>an unknown operator</source>
   <translation>未知操作员</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/conflicts/panel.py" />
   <source>and {n} more</source>
   <translation>另有 {n} 项</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/layers/extras.py" />
   <source>and {n} more goods</source>
   <translation>以及另外 {n} 种物资</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/conflicts/words.py" />
   <source>another incident</source>
   <translation>另一事件</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/command_line/reasons.py" />
   <source>another unit does it</source>
   <translation>由其他单元执行</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/incident/detail.py" />
   <source>answer → dispatched: {time}</source>
   <translation>接听 → 派遣：{time}</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/incident/detail.py" />
   <source>answered</source>
   <translation>接听</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/log/words.py" />
   <source>answers to questions</source>
   <translation>提问回答</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/conflicts/settling.py" />
   <source>answers withheld</source>
   <translation>问答不予显示</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/search/rows.py" />
   <source>area</source>
   <translation>面积</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/catalogue/versions_page.py" />
   <source>as shipped</source>
   <translation>出厂版本</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/logistics_words.py" />
   <source>asked for</source>
   <translation>已申请</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/recommend/labels.py" />
   <source>at its station</source>
   <translation>在站</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/data/looks_page.py" />
   <source>attachment {name}</source>
   <translation>附件 {name}</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/type_names.py" />
   <source>bag</source>
   <translation>袋</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/recommend/bindings.py" />
   <source>best for the whole</source>
   <translation>整体最优</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/supplies/stock.py" />
   <source>blanket</source>
   <translation>毛毯</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/type_names.py" />
   <source>box</source>
   <translation>箱</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/recommend/bindings.py" />
   <source>brings a missing amount</source>
   <translation>补足所缺数量</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/recommend/bindings.py" />
   <source>brings missing people</source>
   <translation>补足人员</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/command_line/reasons.py" />
   <source>burst main</source>
   <translation>水管爆裂</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/closures/form.py" />
   <source>burst main, works, flood …</source>
   <translation>水管爆裂、施工、积水……</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/recommend/decisions.py" />
   <source>by hand</source>
   <translation>手动</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/queue/timing.py" />
   <source>call back</source>
   <translation>该回拨</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/data/looks_page.py" />
   <source>call for {number} {address}</source>
   <translation>警情 {number} {address} 的来电</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/data/looks_page.py" />
   <source>call from {address}</source>
   <translation>来自 {address} 的来电</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/field/team.py" />
   <source>called off</source>
   <translation>已取消</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/command_line/reasons.py" />
   <source>called off by the caller</source>
   <translation>报警人取消</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/incident/detail.py" />
   <source>caller not named</source>
   <translation>报警人未留名</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/incident/detail.py" />
   <source>caller withheld</source>
   <translation>报警人信息未公开</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/log/words.py" />
   <source>callsign</source>
   <translation>呼号</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/type_names.py" />
   <source>can</source>
   <translation>桶</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/exercise/choice.py" />
   <source>cannot be read</source>
   <translation>无法读取</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/logistics_words.py" />
   <source>charity</source>
   <translation>慈善组织</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/sketch/panel.py" />
   <source>closed</source>
   <translation>已封闭</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/first_run.py" />
   <source>commandcenter: first start</source>
   <translation>commandcenter：首次启动</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/logistics_words.py" />
   <source>company</source>
   <translation>企业</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/search/rows.py" />
   <source>consensus of the planners</source>
   <translation>评估人共识</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/data/looks_page.py" />
   <source>contact of {name}</source>
   <translation>{name} 的联系方式</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/log/words.py" />
   <source>corrected</source>
   <translation>已更正</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/log/words.py" />
   <source>crew</source>
   <translation>人员</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/board/tile.py" />
   <source>crew with {callsign}</source>
   <translation>人员随 {callsign}</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/command_line/reasons.py" />
   <source>danger of collapse</source>
   <translation>有倒塌危险</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/command_line/reasons.py" />
   <source>dealt with</source>
   <translation>已处理</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/log/words.py" />
   <source>declined</source>
   <translation>已拒绝</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/logistics_words.py" />
   <source>delivered</source>
   <translation>已交付</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/field/team.py" />
   <source>done</source>
   <translation>已完成</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/search/tasks.py" />
   <source>easily seen</source>
   <translation>易见</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/identity/sign_in.py" />
   <source>empty where there is none</source>
   <translation>没有则留空</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/sketch/form.py" />
   <source>empty: an area</source>
   <translation>留空：区域</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/field/receiver.py" />
   <source>empty: this computer</source>
   <translation>留空：本机</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/incident/units.py" />
   <source>ended</source>
   <translation>结束</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/identity/words.py" />
   <source>enrolled</source>
   <translation>已登记</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/data/looks_page.py" />
   <source>erased</source>
   <translation>已清除</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/messages/attachments.py" />
   <source>erased, or withheld from this desk</source>
   <translation>已清除，或未提供给本席位</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/alarms/rows.py" />
   <source>escalated to {role}</source>
   <translation>已升级至{role}</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/data/classes_page.py" />
   <source>everybody here</source>
   <translation>本行动所有人</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/log/words.py" />
   <source>everyone</source>
   <translation>所有人</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/identity/recovery_page.py" />
   <source>everything known here</source>
   <translation>这里已知的全部</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/supplies/attention.py" />
   <source>expired</source>
   <translation>已过期</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/search/tasks.py" />
   <source>fairly seen</source>
   <translation>较易见</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/command_line/reasons.py" />
   <source>fallen tree</source>
   <translation>树木倒伏</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/command_line/reasons.py" />
   <source>false alarm</source>
   <translation>误报</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/command_line/reasons.py" />
   <source>fire</source>
   <translation>火灾</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/report/form.py" />
   <source>fire, cardiac, collision …</source>
   <translation>火灾、心脏骤停、车祸…</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/command_line/reasons.py" />
   <source>flood</source>
   <translation>积水</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/field/sketching.py" />
   <source>for {n} h</source>
   <translation>{n} 小时</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/log/words.py" />
   <source>found</source>
   <translation>已找到</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/closures/panel.py" />
   <source>from {time}</source>
   <translation>自 {time} 起</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/command_line/reasons.py" />
   <source>gas</source>
   <translation>燃气</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/logistics_words.py" />
   <source>given back</source>
   <translation>已退回</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/report/callbacks.py" />
   <source>given up at the desk</source>
   <translation>席位已放弃</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/field/team.py" />
   <source>given {time}</source>
   <translation>{time} 下达</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/field/receiver.py" />
   <source>gpsd</source>
   <translation>gpsd</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/log/words.py" />
   <source>grade</source>
   <translation>级别</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/exercise/choice.py" />
   <source>guided</source>
   <translation>有引导</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/search/tasks.py" />
   <source>hardly seen</source>
   <translation>难见</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/roll_call/window.py" />
   <source>has not answered</source>
   <translation>未回复</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/statistics/window.py" />
   <source>held</source>
   <translation>存量</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/sketch/shapes.py" />
   <source>held until {time}</source>
   <translation>有效至 {time}（已过）</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/connection/links_page.py" />
   <source>https://hub.example:8440 — several with commas; empty: none</source>
   <translation>https://hub.example:8440；多个地址用逗号分隔，留空则不使用</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/identity/people_page.py" />
   <source>in force</source>
   <translation>有效</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/alarms/rows.py" />
   <source>in hand: {name}</source>
   <translation>已接手：{name}</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/statistics/window.py" />
   <source>incidents</source>
   <translation>事件数</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/recommend/bindings.py" />
   <source>keeps the region covered</source>
   <translation>保持区域覆盖</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/data/classes_page.py" />
   <source>kept as long as it may be</source>
   <translation>已达保存期限</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/data/end_page.py" />
   <source>kept in the log</source>
   <translation>保留在日志中</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/type_names.py" />
   <source>kg</source>
   <translation>千克</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/log/words.py" />
   <source>kind</source>
   <translation>种类</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/search/tasks.py" />
   <source>km/h</source>
   <translation>公里/小时</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/type_names.py" />
   <source>l</source>
   <translation>升</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/logistics_words.py" />
   <source>let go</source>
   <translation>已离开</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/recommend/panel.py" />
   <source>level {n}</source>
   <translation>级别 {n}</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/closures/form.py" />
   <source>lifted; 18:00, +2 h</source>
   <translation>解除为止；18:00，+2 h</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/command_line/reasons.py" />
   <source>live wires</source>
   <translation>带电线缆</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/wall/window.py" />
   <source>longest wait</source>
   <translation>最长等待</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/type_names.py" />
   <source>m</source>
   <translation>米</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/identity/words.py" />
   <source>may write: no rights were given out yet</source>
   <translation>可以书写：尚未授予权限</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/wall/window.py" />
   <source>median arrival</source>
   <translation>到场中位时间</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/data/sharing_page.py" />
   <source>medical remarks</source>
   <translation>医疗备注</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/alarms/panel.py" />
   <source>min</source>
   <translation>分钟</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/statistics/window.py" />
   <source>min, median and 90 %</source>
   <translation>分钟，中位数与90%</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/supplies/transfers.py" />
   <source>missing: {goods}</source>
   <translation>短缺：{goods}</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/log/words.py" />
   <source>name</source>
   <translation>名称</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/field/team.py" />
   <source>name withheld</source>
   <translation>姓名未提供</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/supplies/partners.py" />
   <source>name, telephone</source>
   <translation>姓名、电话</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/data/looks_page.py" />
   <source>names of the crew of {unit}</source>
   <translation>{unit} 班组人员姓名</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/field/situation.py" />
   <source>needed: {what}</source>
   <translation>需要：{what}</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/lock/choice.py" />
   <source>never</source>
   <translation>不会</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/field/power.py" />
   <source>never saving</source>
   <translation>从不省电</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/roll_call/window.py" />
   <source>next one due in {time}</source>
   <translation>距下次点名 {time}</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/recommend/known.py" />
   <source>next {callsign}, {time} later</source>
   <translation>其次 {callsign}，晚 {time}</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/recommend/known.py" />
   <source>next {move}, {percent} % less</source>
   <translation>其次 {move}，少 {percent} %</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/conflicts/words.py" />
   <source>no</source>
   <translation>否</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/queue/timing.py" />
   <source>no contact</source>
   <translation>失去联系</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/supplies/plan.py" />
   <source>no limit</source>
   <translation>不限</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/messages/compose.py" />
   <source>no template</source>
   <translation>无模板</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/recommend/bindings.py" />
   <source>nobody else can</source>
   <translation>别无人选</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/command_line/reasons.py" />
   <source>nobody found</source>
   <translation>未发现人员</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/supplies/transfers.py" />
   <source>nobody named</source>
   <translation>未指定</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/wall/window.py" />
   <source>nobody sent yet</source>
   <translation>尚未派人</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/incident/detail.py" />
   <source>none</source>
   <translation>无</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/messages/groups_page.py" />
   <source>north sector</source>
   <translation>北区</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/supplies/attention.py" />
   <source>not at this rate</source>
   <translation>按此速率不会</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/data/shares_page.py" />
   <source>not divided</source>
   <translation>未分配</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/identity/words.py" />
   <source>not enrolled</source>
   <translation>未登记</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/field/messages.py" />
   <source>not here yet, {size}</source>
   <translation>尚未到达，{size}</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/facilities/rows.py" />
   <source>not reported</source>
   <translation>未上报</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/facilities/window.py" />
   <source>not shown to your role</source>
   <translation>不向您的角色显示</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/conflicts/words.py" />
   <source>nothing</source>
   <translation>无</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/identity/recovery_page.py" />
   <source>nothing at all</source>
   <translation>全部不可信</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/closures/form.py" />
   <source>now; 14:30, +2 h</source>
   <translation>现在；14:30，+2 h</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/report/callbacks.py" />
   <source>number withheld</source>
   <translation>号码不可见</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/facilities/report.py" />
   <source>of</source>
   <translation>总数</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/logistics_words.py" />
   <source>on its way</source>
   <translation>在途</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/supplies/stock.py" />
   <source>on the map</source>
   <translation>在地图上</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/logistics_words.py" />
   <source>on the way</source>
   <translation>途中</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/data/end_page.py" />
   <source>only where its key is not on this computer</source>
   <translation>仅当其密钥不在本机时</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/logistics_words.py" />
   <source>open</source>
   <translation>进行中</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/wall/window.py" />
   <source>open incidents</source>
   <translation>未结事件</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/closures/panel.py" />
   <source>open to: {who}</source>
   <translation>可通行：{who}</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/supplies/partners.py" />
   <source>or a team</source>
   <translation>或队伍</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/queue/timing.py" />
   <source>order refused</source>
   <translation>命令被拒绝</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/queue/timing.py" />
   <source>order unanswered</source>
   <translation>命令未应答</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/command_line/reasons.py" />
   <source>outside our area</source>
   <translation>不在本辖区</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/closures/panel.py" />
   <source>over</source>
   <translation>已结束</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/sketch/panel.py" />
   <source>over since {time}</source>
   <translation>{time} 起已失效</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/roll_call/window.py" />
   <source>overdue by {time}</source>
   <translation>已逾期 {time}</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/type_names.py" />
   <source>pcs</source>
   <translation>件</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/data/looks_page.py" />
   <source>people brought to {name}</source>
   <translation>送往 {name} 的人员</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/queue/timing.py" />
   <source>people missing</source>
   <translation>有人失联</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/data/sharing_page.py" />
   <source>personal data</source>
   <translation>个人数据</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/recommend/labels.py" />
   <source>position {age} old</source>
   <translation>位置为 {age}前</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/speeds/scatter.py" />
   <source>predicted; upwards: observed. Hollow: as shipped, filled: as fitted</source>
   <translation>横轴预测，纵轴实际。空心：随附值；实心：拟合后</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/log/words.py" />
   <source>priority</source>
   <translation>优先级</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/logistics_words.py" />
   <source>promised</source>
   <translation>已预留</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/report/form.py" />
   <source>promised to the caller</source>
   <translation>已向报警人承诺</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/incident/detail.py" />
   <source>rang</source>
   <translation>振铃</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/logistics_words.py" />
   <source>received</source>
   <translation>已签收</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/speeds/window.py" />
   <source>reference</source>
   <translation>基准</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/sketch/words.py" />
   <source>removed from the map</source>
   <translation>已从地图上移除</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/messages/attachments.py" />
   <source>removed: {why}</source>
   <translation>已移除：{why}</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/incident/head.py" />
   <source>reported {time}</source>
   <translation>接报 {time}</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/identity/words.py" />
   <source>revoked</source>
   <translation>已吊销</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/connection/links_page.py" />
   <source>revoked: kept out</source>
   <translation>已吊销：不允许接入</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/identity/words.py" />
   <source>revoked: {reason}</source>
   <translation>已吊销：{reason}</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/messages/radio_page.py" />
   <source>right</source>
   <translation>正确</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/queue/timing.py" />
   <source>roll-call due</source>
   <translation>该点名</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/queue/timing.py" />
   <source>roll-call silent</source>
   <translation>点名无应答</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/field/power.py" />
   <source>saving</source>
   <translation>省电中</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/field/power.py" />
   <source>saving, by hand</source>
   <translation>省电中（手动）</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/search/rows.py" />
   <source>searching</source>
   <translation>搜索中</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/wall/window.py" />
   <source>sent within 60 s</source>
   <translation>60 秒内派出</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/log/words.py" />
   <source>services changed</source>
   <translation>服务能力变更</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/exercise/editor/window.py" />
   <source>shipped</source>
   <translation>随附</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/data/classes_page.py" />
   <source>should not have been written</source>
   <translation>本不应记录</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/conflicts/panel.py" />
   <source>shown now</source>
   <translation>当前显示</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/identity/recovery_page.py" />
   <source>shut out</source>
   <translation>排除</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/report/callbacks.py" />
   <source>since {time}</source>
   <translation>自 {time}</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/command_line/reasons.py" />
   <source>smoke</source>
   <translation>烟雾</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/log/words.py" />
   <source>station</source>
   <translation>站点</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/identity/recovery_page.py" />
   <source>stays</source>
   <translation>保留</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/log/words.py" />
   <source>taken</source>
   <translation>已接受</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/identity/people_page.py" />
   <source>taken back</source>
   <translation>已收回</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/identity/people_page.py" />
   <source>taken back: {reason}</source>
   <translation>已收回：{reason}</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/recommend/bindings.py" />
   <source>taken off something less urgent</source>
   <translation>从较不紧急处调来</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/layers/extras.py" />
   <source>takes nobody in</source>
   <translation>不接收</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/log/words.py" />
   <source>takes people in</source>
   <translation>恢复接收</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/log/words.py" />
   <source>text</source>
   <translation>内容</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/report/form.py" />
   <source>the line dropped</source>
   <translation>线路中断</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/identity/words.py" />
   <source>the operation was begun here</source>
   <translation>行动在此开始</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/data/classes_page.py" />
   <source>the person asked for it</source>
   <translation>本人要求</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/command_line/reasons.py" />
   <source>the situation has changed</source>
   <translation>情况已变</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/data/sharing_page.py" />
   <source>the work: incidents, units, orders, stock</source>
   <translation>业务：警情、车组、命令、库存</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/logistics_words.py" />
   <source>there</source>
   <translation>已到达</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/recommend/bindings.py" />
   <source>there first</source>
   <translation>最先到达</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/queue/timing.py" />
   <source>timer due</source>
   <translation>定时已到</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/queue/timing.py" />
   <source>timer in {time}</source>
   <translation>定时还剩 {time}</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/conflicts/words.py" />
   <source>to {where}</source>
   <translation>前往 {where}</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/command_line/reasons.py" />
   <source>too dangerous</source>
   <translation>过于危险</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/report/callbacks.py" />
   <source>tried {n}×, last at {time}</source>
   <translation>已尝试 {n} 次，最近 {time}</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/queue/timing.py" />
   <source>turnout late</source>
   <translation>出动超时</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/sketch/words.py" />
   <source>two desks disagree</source>
   <translation>两个席位不一致</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/log/words.py" />
   <source>type</source>
   <translation>类型</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/queue/timing.py" />
   <source>unit sent twice</source>
   <translation>单元被重复派遣</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/wall/window.py" />
   <source>units busy</source>
   <translation>出动单元</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/wall/window.py" />
   <source>units free</source>
   <translation>待命单元</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/connection/links_page.py" />
   <source>unknown</source>
   <translation>未知</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/data/classes_page.py" />
   <source>until deleted here</source>
   <translation>直到在本机删除</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/closures/panel.py" />
   <source>until lifted</source>
   <translation>直至解除</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/field/sketching.py" />
   <source>until somebody removes it</source>
   <translation>直到有人移除</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/closures/panel.py" />
   <source>until {time}</source>
   <translation>至 {time}</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/conflicts/words.py" />
   <source>version {digest} of {time}</source>
   <translation>{time} 的版本 {digest}</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/incident/ways.py" />
   <source>via {street}</source>
   <translation>经{street}</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/logistics_words.py" />
   <source>volunteers</source>
   <translation>志愿者</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/supplies/partners.py" />
   <source>waiting</source>
   <translation>待答复</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/field/sketching.py" />
   <source>what everybody should know of it</source>
   <translation>大家应当知道的情况</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/exercise/rows.py" />
   <source>when triggered</source>
   <translation>触发时</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/data/classes_page.py" />
   <source>with the operation</source>
   <translation>随行动保存</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/reach/controls.py" />
   <source>within minutes</source>
   <translation>分钟以内</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/command_line/reasons.py" />
   <source>wrong number</source>
   <translation>打错电话</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/conflicts/words.py" />
   <source>yes</source>
   <translation>是</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/alarms/rows.py" />
   <source>you are called as {role}</source>
   <translation>请以{role}身份处理</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/connection/links_page.py" />
   <source>{address}: {why}</source>
   <translation>{address}：{why}</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/field/whereabouts.py" />
   <source>{age} ago</source>
   <translation>{age}前</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/queue/surge_rows.py" />
   <source>{area} · {n} waiting, the oldest for {age}</source>
   <translation>{area} · {n} 起等待，最久 {age}</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/measure/tool.py" />
   <source>{area}, {edge} round</source>
   <translation>{area}，周长 {edge}</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/recommend/known.py" />
   <source>{before} % of the region was expected to be covered; with the move {after} %.</source>
   <translation>预期覆盖区域的 {before} %；调动后为 {after} %。</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/measure/tool.py" />
   <source>{buildings} buildings, {addresses} addresses, {schools} schools, {hospitals} hospitals</source>
   <translation>{buildings} 栋建筑，{addresses} 个地址，{schools} 所学校，{hospitals} 家医院</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/identity/join_page.py" />
   <source>{by} lets {person} work as {role} over {region}. Let {by} read the number; it must be:  {code}</source>
   <translation>{by} 准许 {person} 以{role}身份在 {region} 工作。请 {by} 念出数字；必须是：{code}</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/sitrep/draft.py" />
   <source>{callsign} at {time}: {text}</source>
   <translation>{callsign} {time} 报告：{text}</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/log/words.py" />
   <source>{callsign} has {persons} of {expected} people</source>
   <translation>{callsign} 在位 {persons} 人，应到 {expected} 人</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/recommend/moves.py" />
   <source>{callsign} is nearer and takes over</source>
   <translation>{callsign} 更近，由其接手</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/recommend/labels.py" />
   <source>{callsign} is {time} sooner</source>
   <translation>{callsign} 早到 {time}</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/log/words.py" />
   <source>{callsign} released from {number}</source>
   <translation>{callsign} 已从 {number} 释放</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/log/words.py" />
   <source>{callsign} says: {text}</source>
   <translation>{callsign}：{text}</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/log/words.py" />
   <source>{callsign} searched sector {sector} for {hours} h</source>
   <translation>{callsign} 搜索分区 {sector} 达 {hours} 小时</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/log/words.py" />
   <source>{callsign} searches sector {sector}</source>
   <translation>{callsign} 搜索分区 {sector}</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/log/words.py" />
   <source>{callsign} sent to {number} {address}</source>
   <translation>{callsign} 派往 {number} {address}</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/incident/route.py" />
   <source>{callsign} to {where}: {words}</source>
   <translation>{callsign} 前往{where}：{words}</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/log/words.py" />
   <source>{callsign}, order {order_state}: {order}</source>
   <translation>{callsign}，命令{order_state}：{order}</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/log/words.py" />
   <source>{callsign}, task {finished}: {text}</source>
   <translation>{callsign}，任务{finished}：{text}</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/log/words.py" />
   <source>{callsign}, task: {text}</source>
   <translation>{callsign}，任务：{text}</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/map_menu.py" />
   <source>{callsign}: status</source>
   <translation>{callsign}：状态</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/board/model.py" />
   <source>{callsign}: {kind}, crew {crew}
{status}
{station}</source>
   <translation>{callsign}：{kind}，{crew} 人
{status}
{station}</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/log/words.py" />
   <source>{callsign}: {status}</source>
   <translation>{callsign}：{status}</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/log/words.py" />
   <source>{count} sectors added to the search for {number}</source>
   <translation>{number} 的搜索新增 {count} 个分区</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/sitrep/draft.py" />
   <source>{depot}: {n} {goods} promised, {free} free.</source>
   <translation>{depot}：{goods} 已预留 {n}，可用 {free}。</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/exercise/control.py" />
   <source>{done}/{expected} fulfilled</source>
   <translation>完成 {done}/{expected}</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/log/words.py" />
   <source>{facility}: {care}, {taken} of {total} taken</source>
   <translation>{facility}：{care}，已占用 {taken}/{total}</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/log/words.py" />
   <source>{facility}: {intake}</source>
   <translation>{facility}：{intake}</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/exercise/editor/words.py" />
   <source>{file}, row {row}, {column}: {what}</source>
   <translation>{file}第 {row} 行，{column}：{what}</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/recommend/decisions.py" />
   <source>{followed} sent as recommended · {changed} changed · {hand} units sent by hand</source>
   <translation>{followed} 起按推荐派出 · {changed} 起有更改 · {hand} 个单元手动派出</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/board/panel.py" />
   <source>{free} of {all} free</source>
   <translation>{free}/{all} 待命</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/layers/extras.py" />
   <source>{free} of {total} free</source>
   <translation>空余 {free}/{total}</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/messages/talk_page.py" />
   <source>{from} to {to}, {time}</source>
   <translation>{from} → {to}，{time}</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/log/words.py" />
   <source>{goods} asked of {from} for {target}</source>
   <translation>向 {from} 为 {target} 申请 {goods}</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/log/words.py" />
   <source>{goods} from {from} for {target} {state}</source>
   <translation>{from} 调往 {target} 的 {goods} {state}</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/log/words.py" />
   <source>{goods} from {from} received at {target} by {by}</source>
   <translation>{target} 收到来自 {from} 的 {goods}，签收人 {by}</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/log/words.py" />
   <source>{goods} left {from} for {target}</source>
   <translation>{goods} 已从 {from} 发往 {target}</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/log/words.py" />
   <source>{name} is given the role {role}</source>
   <translation>授予 {name} 角色“{role}”</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/log/words.py" />
   <source>{name} took the seat as {role}</source>
   <translation>{name} 以{role}身份就位</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/identity/devices_page.py" />
   <source>{name} – this one</source>
   <translation>{name} – 本机</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/header/bar.py" />
   <source>{name}, {role}: theme, language, layout</source>
   <translation>{name}，{role}：主题、语言、布局</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/sketch/shapes.py" />
   <source>{name}, {time}</source>
   <translation>{name}，{time}</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/identity/sign_in.py" />
   <source>{name}: a PIN or passphrase of 4 to 128 characters. It is known on this computer only.</source>
   <translation>{name}：4 至 128 个字符的 PIN 或口令。只有本机知道。</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/reach/isochrones.py" />
   <source>{name}: within {time}</source>
   <translation>{name}：{time}内</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/supplies/partners.py" />
   <source>{name}: {contact}</source>
   <translation>{name}：{contact}</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/sitrep/draft.py" />
   <source>{name}: {reason}</source>
   <translation>{name}：{reason}</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/sitrep/draft.py" />
   <source>{new} incidents were reported, {ended} of them have ended; {open} are open now.</source>
   <translation>接报事件 {new} 起，其中 {ended} 起已结束；当前未结 {open} 起。</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/frame/coordinates.py" />
   <source>{notation}: click to copy, the arrow chooses another notation</source>
   <translation>{notation}：单击复制，箭头选择其他写法</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/log/words.py" />
   <source>{number} and {other} are not the same</source>
   <translation>{number} 与 {other} 不是同一事件</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/log/words.py" />
   <source>{number} changed: {changed}</source>
   <translation>{number} 已更改：{changed}</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/log/words.py" />
   <source>{number} is not sent to by itself: stopped</source>
   <translation>{number} 不再自动派遣：已停止</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/log/words.py" />
   <source>{number} is now {state}</source>
   <translation>{number} 现为{state}</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/log/words.py" />
   <source>{number} may be the same as another incident again</source>
   <translation>{number} 又可能与另一事件相同</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/log/words.py" />
   <source>{number} merged into {merged_into}</source>
   <translation>{number} 已并入 {merged_into}</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/log/words.py" />
   <source>{number} reported: {type}, {address}</source>
   <translation>{number} 接报：{type}，{address}</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/log/words.py" />
   <source>{number} was not sent to by itself: {why}</source>
   <translation>{number} 未自动派遣：{why}</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/automatic/bar.py" />
   <source>{number} will be sent to by itself in {time}</source>
   <translation>{number} 将在 {time} 后自动派遣</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/automatic/bar.py" />
   <source>{number} will be sent to by the desk that took it in {time}</source>
   <translation>{number} 将在 {time} 后由受理席位自动派遣</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/sitrep/draft.py" />
   <source>{number} {kind}, {place}, {time}: {state}, {priority}.</source>
   <translation>{number} {kind}，{place}，{time}：{state}，{priority}。</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/facilities/rows.py" />
   <source>{n} %</source>
   <translation>{n}%</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/field/frame.py" />
   <source>{n} alarms</source>
   <translation>{n} 个告警</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/i18n/formats.py" />
   <source>{n} d</source>
   <translation>{n} 天</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/data/classes_page.py" />
   <source>{n} days</source>
   <translation>{n} 天</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/depots/panel.py" />
   <source>{n} depots</source>
   <translation>{n} 个仓库</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/prints/ics.py" />
   <source>{n} earlier actions: see the activity log, ICS 214</source>
   <translation>此前还有 {n} 项行动：见活动日志 ICS 214</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/prints/cards.py" />
   <source>{n} earlier orders: see ICS 204</source>
   <translation>此前还有 {n} 条命令：见 ICS 204</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/connection/links_page.py" />
   <source>{n} entries</source>
   <translation>{n} 个条目</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/layers/extras.py" />
   <source>{n} goods</source>
   <translation>{n} 种物资</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/i18n/formats.py" />
   <source>{n} h</source>
   <translation>{n} 小时</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/measure/tool.py" />
   <source>{n} ha</source>
   <translation>{n} 公顷</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/supplies/plan_paper.py" />
   <source>{n} kg</source>
   <translation>{n} 公斤</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/i18n/formats.py" />
   <source>{n} km</source>
   <translation>{n} 公里</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/search/rows.py" />
   <source>{n} km/h</source>
   <translation>{n} 公里/小时</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/measure/tool.py" />
   <source>{n} km²</source>
   <translation>{n} 平方公里</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/layers/extras.py" />
   <source>{n} low</source>
   <translation>{n} 种不足</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/i18n/formats.py" />
   <source>{n} m</source>
   <translation>{n} 米</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/field/sketching.py" />
   <source>{n} m around</source>
   <translation>周围 {n} 米</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/exercise/choice.py" />
   <source>{n} min</source>
   <translation>{n} 分</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/catalogue/trial_page.py" />
   <source>{n} missing</source>
   <translation>缺 {n}</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/lock/window.py" />
   <source>{n} more alarms</source>
   <translation>另有 {n} 个告警</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/measure/tool.py" />
   <source>{n} m²</source>
   <translation>{n} 平方米</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/catalogue/trial_page.py" />
   <source>{n} of {all} incidents are done …</source>
   <translation>已完成 {n} / {all} 个事件……</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/catalogue/trial_page.py" />
   <source>{n} of {all} incidents would have got something else.</source>
   <translation>{all} 个事件中有 {n} 个当时会得到不同的派遣。</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/recommend/labels.py" />
   <source>{n} people missing</source>
   <translation>缺 {n} 人</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/search/rows.py" />
   <source>{n} planned</source>
   <translation>计划 {n}</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/conflicts/words.py" />
   <source>{n} promised to {where}</source>
   <translation>已许诺 {n} 给 {where}</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/speeds/window.py" />
   <source>{n} runs with a known begin and end; at least {least} are needed to say anything.</source>
   <translation>{n} 次起止已知的行程；至少需要 {least} 次才能得出结论。</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/speeds/window.py" />
   <source>{n} runs. Half of them are predicted within {before} % as shipped, within {after} % as fitted.</source>
   <translation>{n} 次行程。一半行程的预测误差：随附值在 {before}% 以内，拟合后在 {after}% 以内。</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/i18n/formats.py" />
   <source>{n} s</source>
   <translation>{n} 秒</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/exercise/editor/sheet_page.py" />
   <source>{n} things are wrong; F8 goes to the next</source>
   <translation>有 {n} 处问题；按 F8 转到下一处</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/recommend/panel.py" />
   <source>{n} ticked · Space ticks, Enter sends</source>
   <translation>已勾选 {n} · 空格勾选，Enter 派出</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/alarms/timers.py" />
   <source>{n} timers run</source>
   <translation>{n} 个计时进行中</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/queue/delegate.py" />
   <source>{n} units</source>
   <translation>{n} 个单元</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/queue/surge_rows.py" />
   <source>{n} units missing</source>
   <translation>缺 {n} 个单元</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/messages/groups_page.py" />
   <source>{n} units now: {units}</source>
   <translation>当前 {n} 个单元：{units}</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/sitrep/draft.py" />
   <source>{n} units: {free} available, {busy} sent, {off} out of service.</source>
   <translation>单元 {n} 个：待命 {free}，已派 {busy}，停用 {off}。</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/queue/panel.py" />
   <source>{n} untouched · the oldest for {age}</source>
   <translation>{n} 起未处理 · 最久 {age}</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/catalogue/trial_page.py" />
   <source>{n} would have got the same at another time.</source>
   <translation>{n} 起当时派出相同，但到达时间不同。</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/log/words.py" />
   <source>{partner} asked for {offer}</source>
   <translation>已向 {partner} 请求 {offer}</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/log/words.py" />
   <source>{partner} offers {offer}</source>
   <translation>{partner} 提供 {offer}</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/log/words.py" />
   <source>{people} people for {facility} {tag}: {state}</source>
   <translation>{facility} 的 {people} 人 {tag}：{state}</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/log/words.py" />
   <source>{people} places at {facility} kept: {care} {tag}</source>
   <translation>已在 {facility} 预留 {people} 个：{care} {tag}</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/frame/working.py" />
   <source>{percent} %</source>
   <translation>{percent} %</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/recommend/cover_words.py" />
   <source>{percent} % of the region can be reached within {minutes} min.</source>
   <translation>{minutes} 分钟内可到达区域的 {percent}%。</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/import_progress.py" />
   <source>{percent} % · about {time} left</source>
   <translation>{percent} % · 约剩 {time}</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/identity/devices_page.py" />
   <source>{person} asks for {device} to be let in. Let {person} read the number; it must be:  {code}</source>
   <translation>{person} 申请准许 {device} 加入。请 {person} 念出数字；必须是：{code}</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/log/words.py" />
   <source>{planner} rated the sectors of {number}</source>
   <translation>{planner} 评估了 {number} 的分区</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/log/words.py" />
   <source>{quantity} {item} at {depot} divided among {desks} desks</source>
   <translation>{depot} 的 {quantity} {item} 已在 {desks} 个席位间分配</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/log/words.py" />
   <source>{quantity} {item} at {depot} reserved for {number}</source>
   <translation>{depot} 的 {quantity} {item} 已为 {number} 预留</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/messages/rows.py" />
   <source>{read} of {all}</source>
   <translation>{read}/{all}</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/alarms/called.py" />
   <source>{role} called: {what}</source>
   <translation>请{role}处理：{what}</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/roll_call/window.py" />
   <source>{role} is called</source>
   <translation>已通知{role}</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/data/looks_page.py" />
   <source>{section} of entry {entry}</source>
   <translation>记录 {entry} 的 {section} 部分</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/log/panel.py" />
   <source>{shown} of {all}</source>
   <translation>{shown}/{all}</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/log/panel.py" />
   <source>{shown}, searching …</source>
   <translation>{shown}，正在搜索…</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/field/messages.py" />
   <source>{size}, coming: {percent} %</source>
   <translation>{size}，传输中：{percent} %</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/messages/attachments.py" />
   <source>{size}, here</source>
   <translation>{size}，已在此处</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/messages/attachments.py" />
   <source>{size}, here; waits until you send it</source>
   <translation>{size}，已在此处；等您发送</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/supplies/attention.py" />
   <source>{soonest} – {latest} h</source>
   <translation>{soonest} – {latest} 小时</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/identity/devices_page.py" />
   <source>{state}, goes on for {device}</source>
   <translation>{state}，接替 {device}</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/i18n/formats.py" />
   <source>{time} h</source>
   <translation>{time} 小时</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/prints/typesetting.py" />
   <source>{title} (continued)</source>
   <translation>{title}（续）</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/measure/tool.py" />
   <source>{total}; first bearing {bearing}</source>
   <translation>{total}；起始方位 {bearing}</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/log/words.py" />
   <source>{to} ordered to {station}, for coverage</source>
   <translation>为保障覆盖，命令 {to} 前移至 {station}</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/reach/controls.py" />
   <source>{units} free units reach {one} % of the streets within {minutes} min; {two} % are reached by two or more.</source>
   <translation>{units} 个空闲单元可在 {minutes} 分钟内到达 {one}% 的街道；{two}% 的街道有两个或更多单元可达。</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/roll_call/window.py" />
   <source>{units} of {all} units have answered · {n} of {people} people</source>
   <translation>{all} 个单元中 {units} 个已回复 · {people} 人中 {n} 人</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/exercise/editor/resources_page.py" />
   <source>{what} ({n})</source>
   <translation>{what}（{n}）</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/log/words.py" />
   <source>{what} ({reason})</source>
   <translation>{what}（{reason}）</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/log/words.py" />
   <source>{what} · answered after {waited}</source>
   <translation>{what} · {waited}后接听</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/log/words.py" />
   <source>{what} · happened {time}, entered late</source>
   <translation>{what} · 发生于 {time}，补录</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/log/words.py" />
   <source>{what} · sent by policy {version}</source>
   <translation>{what} · 按策略 {version} 派出</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/field/messages.py" />
   <source>{what} · {n} attached</source>
   <translation>{what} · {n} 个附件</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/field/situation.py" />
   <source>{what}: one less</source>
   <translation>{what}：减一</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/field/situation.py" />
   <source>{what}: one more</source>
   <translation>{what}：加一</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/measure/tool.py" />
   <source>~{n} people</source>
   <translation>约 {n} 人</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/recommend/known.py" />
   <source>–  and {n} more, none of them nearer</source>
   <translation>–  另有{n}个单位，均不更近</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/sitrep/draft.py" />
   <source>… and {n} more</source>
   <translation>……另有 {n} 项</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/log/readers.py" />
   <source>… and {n} more, {unread} of all have not opened it</source>
   <translation>… 另有 {n} 个，共有 {unread} 个尚未打开</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/exercise/editor/head_page.py" />
   <source>… answers calls after, s</source>
   <translation>……接听延迟（秒）</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/orders/receipts.py" />
   <source>… not yet at the hub</source>
   <translation>… 尚未到汇聚站</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/log/receipts.py" />
   <source>… not yet on other devices: {n}</source>
   <translation>… 其他设备尚未收到：{n} 台</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/orders/receipts.py" />
   <source>… not yet on the device of {callsign}</source>
   <translation>… 尚未到 {callsign} 的设备</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/log/receipts.py" />
   <source>… not yet on {device}</source>
   <translation>… 尚未到 {device}</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/orders/receipts.py" />
   <source>… not yet read by {callsign}</source>
   <translation>… {callsign} 尚未读</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/log/readers.py" />
   <source>… {who} has not opened it</source>
   <translation>… {who} 尚未打开</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/report/callbacks.py" />
   <source>↩ {n} to ring back, {time}</source>
   <translation>↩ 待回拨 {n}，{time}</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/past/window.py" />
   <source>− 1 min</source>
   <translation>− 1 分钟</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/catalogue/trial_page.py" />
   <source>≠ differs</source>
   <translation>≠ 不同</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/report/aside.py" />
   <source>⏸ {n} parked, {time}</source>
   <translation>⏸ 挂起 {n} 个，{time}</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/connection/links_page.py" />
   <source>○ not on this network</source>
   <translation>○ 不在此网络中</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/exercise/live_bar.py" />
   <source>● LIVE ALARM since {time}, no exercise: {what}. Exercise time stands. Go to the live desk.</source>
   <translation>● 实战告警（{time}起），不是演练：{what}。演练时间已停，请到实战台处理。</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/exercise/live_bar.py" />
   <source>● LIVE ALARM since {time}, no exercise: {what}. Go to the live desk; the exercise goes on without you.</source>
   <translation>● 实战告警（{time}起），不是演练：{what}。请到实战台处理，演练将在您离开时继续。</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/catalogue/versions_page.py" />
   <source>● in force</source>
   <translation>● 生效中</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/connection/links_page.py" />
   <source>● on this network</source>
   <translation>● 在此网络中</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/catalogue/trial_page.py" />
   <source>◷ other time</source>
   <translation>◷ 时间不同</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/report/ringing.py" />
   <source>☎ rings {time}</source>
   <translation>☎ 来电 {time}</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/report/ringing.py" />
   <source>☎ {n} ring, {time}</source>
   <translation>☎ {n} 个来电，{time}</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/incident/head.py" />
   <source>⚠ desks disagree about {fields}</source>
   <translation>⚠ 各席位对 {fields} 不一致</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/exercise/editor/trial_page.py" />
   <source>✓ It can be survived by whoever follows the recommendations.</source>
   <translation>✓ 按建议处置即可应对。</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/exercise/editor/sheet_page.py" />
   <source>✓ Nothing is wrong with this scenario.</source>
   <translation>✓ 该场景没有问题。</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/catalogue/window.py" />
   <source>✓ The draft can be used.</source>
   <translation>✓ 草稿可用。</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/exercise/live_bar.py" />
   <source>✓ The live alarm of {came} is over, or somebody at the live desk has it in hand, since {ended}: {what}</source>
   <translation>✓ {came}的实战告警自{ended}起已解除，或实战台已有人处理：{what}</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/log/receipts.py" />
   <source>✓ at the hub</source>
   <translation>✓ 已到汇聚站</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/log/receipts.py" />
   <source>✓ on other devices: {n}</source>
   <translation>✓ 其他设备：{n} 台</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/orders/receipts.py" />
   <source>✓ on the device of {callsign}</source>
   <translation>✓ 已到 {callsign} 的设备</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/orders/receipts.py" />
   <source>✓ on the device of {callsign}, by {time}</source>
   <translation>✓ {time} 前已到 {callsign} 的设备</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/log/receipts.py" />
   <source>✓ on {device}, by {time}</source>
   <translation>✓ 已到 {device}，不晚于 {time}</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/orders/receipts.py" />
   <source>✓ read by {callsign}</source>
   <translation>✓ {callsign} 已读</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/orders/receipts.py" />
   <source>✓ read by {callsign}, {time}</source>
   <translation>✓ {callsign} 已读，{time}</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/log/receipts.py" />
   <source>✓ saved here</source>
   <translation>✓ 已保存在本机</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/log/readers.py" />
   <source>✓ {who} read it at {time}</source>
   <translation>✓ {who} 已读，{time}</translation>
  </message>
  <message>
   <location filename="../../commandcenter/ui/exercise/editor/trial_page.py" />
   <source>✗ It cannot be survived by following the recommendations alone.</source>
   <translation>✗ 仅按建议处置无法应对。</translation>
  </message>
 </context>
</TS>
