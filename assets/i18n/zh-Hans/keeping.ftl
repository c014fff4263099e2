### 留存：以前的版本、回收站、备份。

command-versions = 以前的版本
command-versions-tip = 看这份记录以前的样子，并与现在对比
command-trash = 回收站
command-trash-tip = 找回删除的对手和谈判
command-back-up = 立即备份
command-back-up-tip = 把整个资料库打包成一个文件，放在它的“archives”文件夹里
command-restore-backup = 从备份恢复
command-restore-backup-tip = 把备份解到新文件夹；现在的资料库不动

## 以前的版本

versions-title = 以前的版本：{ $name }
versions-of-library = 以前的版本：我和资料库
versions-reading = 正在读取以前的版本…
versions-none = 还没有以前的版本
versions-none-text = 内容放了几分钟之后再改动，改动前的样子就会留下一份。
versions-until = 到{ $when }为止
versions-when = { $day } { $time }
versions-fields = { $count ->
    [0] 与现在相同
   *[other] { $count } 处不同
}
versions-unreadable = 无法读取
versions-list = 版本
versions-same = 与现在没有不同。
versions-more = 另有 { $count } 处不同。
versions-restore = 恢复这个版本
versions-restore-tip = 全部回到当时的样子，可以撤销。
versions-restore-field = 恢复
versions-restore-field-named = 恢复：{ $field }
versions-remove-entry = 去掉
versions-remove-entry-named = 去掉：{ $field }
versions-restored = 已恢复到{ $when }为止的版本。
versions-field-restored = 已恢复：{ $field }
versions-no-place = 这一处所在的条目已经不在，无法单独恢复。请恢复整个版本。
versions-undo-hint = 每次恢复都可以撤销。

keeping-separator = {" · "}

comparison-then = 当时
comparison-now = 现在
comparison-nothing = 无
comparison-reordered = 条目相同，顺序不同
comparison-spoken = { $name }。{ $before-head }：{ $before }。{ $after-head }：{ $after }。
comparison-somebody = 已不在资料库里的人
comparison-some-meeting = 另一次会谈
comparison-test = 第 { $number } 问

## 条目怎么称呼

entry-evidence = { $date }的依据
entry-meeting = 第 { $number } 次会谈
entry-promise = 承诺行动
entry-offer = { $side }报价，{ $at }
entry-potato = 烫手山芋
entry-log = 记录，{ $at }
entry-pitch = 留存的讲稿，{ $at }
entry-question = 环走 { $question }

## 字段

field-library-currency = 新谈判的货币
field-library-animals = 动物
field-owner-name = 我的姓名
field-owner-evidence = 我的回答
field-counterpart-name = 姓名
field-counterpart-latin-name = 拼音或外文名
field-counterpart-title = 职务
field-counterpart-organisation = 公司
field-counterpart-notes = 备注
field-counterpart-evidence = 依据
field-labels-tags = 标签
field-labels-archived = 已归档
field-evidence-kind = 类型
field-evidence-text = 听到或看到什么
field-evidence-date = 日期
field-evidence-supports = 支持
field-evidence-against = 不支持
field-evidence-setting = 状态
field-evidence-source = 来源
field-evidence-weight = 分量
field-session-title = 谈判名称
field-session-counterparts = 桌子对面
field-session-my-party = 我是
field-session-currency = 币种
field-session-pitch = 讲稿
field-session-influence = 对决定的分量
field-session-pitches = 留存的讲稿
field-pitch-at = 留存时间
field-pitch-name = 名称
field-pitch-text = 文字
field-pitch-walk = 环走
field-session-walk = 环走
field-session-meetings = 会谈
field-session-offers = 报价
field-session-potatoes = 烫手山芋
field-session-log = 快速记录
field-plan-goal = 目标
field-plan-price-unit = 价格怎么算
field-plan-target = 目标价
field-plan-reservation = 底线
field-plan-alternative = 最佳替代方案
field-plan-questions = 要问的问题
field-plan-unsaid = 不说的话
field-question-answer = 回答
field-question-note = 出处或理由
field-meeting-planned = 日期和时间
field-meeting-place = 地点
field-meeting-started = 开始
field-meeting-ended = 结束
field-meeting-phase = 阶段
field-meeting-done = 清单
field-meeting-debrief = 保持什么、改进什么
field-outcome-refused = 对方明确拒绝
field-outcome-decided-elsewhere = 已定给别家
field-outcome-words = 对方的话
field-outcome-commitments = 承诺行动
field-promise-party = 谁承诺
field-promise-action = 行动
field-promise-person = 谁来做
field-promise-due = 什么时候
field-promise-cost = 对方的付出
field-promise-binding = 有约束力
field-promise-state = 兑现情况
field-offer-at = 时间
field-offer-meeting = 会谈
field-offer-side = 谁报的
field-offer-price = 价格
field-offer-terms = 条件
field-potato-at = 时间
field-potato-meeting = 会谈
field-potato-kind = 类型
field-potato-claim = 对方的说法
field-potato-asked = 已问
field-potato-verdict = 检验结果
field-potato-evidence = 依据
field-log-at = 时间
field-log-meeting = 会谈
field-log-kind = 类型
field-log-text = 发生了什么
field-log-tactic = 策略
field-log-phase = 阶段

## 回收站

trash-title = 回收站
trash-intro = 删除的记录都留在这里，直到你彻底删除。
trash-filter = 在回收站里查找
trash-filter-hint = 姓名、公司或名称
trash-reading = 正在读取回收站…
trash-empty = 回收站是空的
trash-empty-text = 删除的对手和谈判可以从这里找回。
trash-no-match = 回收站里没有符合的记录。
trash-shown = { $shown } / { $count } 条
trash-count = 共 { $count } 条
trash-removed = { $when }删除
trash-person = 对手
trash-negotiation = 谈判
trash-unreadable = 无法读取
trash-choose-row = 选中{ $name }
trash-choose-all = 选中显示的 { $count } 条
trash-choose-none = 取消选择
trash-restore = 恢复
trash-restore-many = 恢复 { $count } 条
trash-restore-named = 恢复{ $name }
trash-erase = 彻底删除…
trash-erase-many = 彻底删除 { $count } 条…
trash-erase-none = 请先选中记录
trash-erase-title = 彻底删除？
trash-erase-what = { $count ->
    [one] 将永远删除这条记录，连同以前的版本：
   *[other] 将永远删除这 { $count } 条记录，连同以前的版本：
}
trash-erase-more = 另有 { $count } 条
trash-erase-backups = 此操作无法撤销。之前的备份里仍有这些内容，等旧备份自动清理后才会消失。
trash-erase-do = 彻底删除
trash-erase-keep = 保留
trash-erased = 已彻底删除 { $count } 条记录。
record-restored = 已从回收站恢复。
records-restored = 已从回收站恢复 { $count } 条记录。

## 备份

backups-heading = 备份与回收站
backups-note = 每天一次，把整个资料库打包成一个 zip 文件，放在它的“archives”文件夹里。旧备份会自动精简：保留最近 7 天、5 周、12 个月，以及每年一份。
backups-line = { $last }，保留 { $count } 份，{ $size }
backups-last = 每日备份：上次在{ $when }
backups-none = 还没有备份，今天会做第一份。
backups-none-read-only = 这个资料库没有备份。
backups-looking = 正在查看备份…
backups-running = 正在备份…
backups-running-share = 正在备份… { $share }
backups-failed = 上次备份失败：{ $error }
backups-now = 立即备份
backups-stop = 停止
backups-restore = 从备份恢复…
backups-trash = 回收站…
backups-versions = 以前的版本…
backups-done = 备份完成：{ $size }
backups-nothing = 不用再备份：此刻的备份已经有了。
backups-failed-toast = 每日备份失败。{ $error }明天会再试，也可以在设置里手动备份。
status-backing-up = 正在备份…
size-bytes = { $number } 字节
size-kb = { $number } KB
size-mb = { $number } MB
size-gb = { $number } GB

restore-title = 从备份恢复
restore-intro = 备份会解到单独的文件夹里，现在打开的资料库不受影响。
restore-choose = 选一份备份
restore-none = 还没有备份
restore-none-text = 在这个资料库里工作的第一天就会做第一份。
restore-before-upgrade = 升级之前
restore-contents = { $people } 位对手，{ $negotiations } 场谈判
restore-unreadable = 无法读取
restore-into = 恢复到新文件夹
restore-do = 恢复
restore-running = 正在解包… { $share }
restore-cancel = 取消
restore-done = 备份已恢复。
restore-done-where = 它是一个单独的资料库，在 { $path }。
restore-open = 打开它
restore-not-now = 暂不打开
restore-folder-taken = 这里已经有一个资料库。请选空文件夹或新文件夹。
