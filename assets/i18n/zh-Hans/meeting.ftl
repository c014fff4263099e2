### 会谈进行中，以及会谈结果。

meeting-add = 添加
meeting-remove = 删除
meeting-number = 第 { $number } 次会谈
meeting-date-unreadable = 还看不出是哪天。可写 6月15日、周五、+7。

## 阶段与计时

meeting-start = 开始会谈
meeting-end = 结束并判定结果
meeting-reopen = 重新打开会谈
meeting-minutes = { $count } 分钟
meeting-running-since = { $time } 开始
meeting-ended-at = { $time } 结束
meeting-checks = 已完成 { $done }/{ $all }
meeting-phase-ahead = 未到
meeting-phase-span = { $from } 至 { $to }
meeting-phase-since = { $from } 起

phase-now = 当前阶段
phase-looking = 预览
phase-before = 看上一阶段
phase-after = 看下一阶段
phase-shows = 显示
phase-tactics = 策略
meeting-checklist = 检查清单 { $done }/{ $all }
meeting-leave-when = 可以进入下一阶段：{ $when }

## 烫手山芋

potato-title = 烫手山芋
potato-untested-count = { $count } 个未检验
potato-tested-count = 已检验（{ $count }）
potato-claim = 对方的说法
potato-claim-hint = 对方原话：“今年没有预算了”
potato-empty = 对方把自己的难题扔过来时，照原话记在这里，按回车，马上给你三个问题，问出是真是假。
potato-of-meeting = { $kind }，第 { $number } 次会谈
potato-test-now = 对方正把自己的难题递给你，现在就检验。
potato-ask = 问这三句，问过就打勾
potato-evidence = 依据
potato-evidence-hint = 对方怎么答、拿出什么、回避什么
potato-result = 检验结果如何？
potato-no-concession = 没检验之前不让步。
potato-when-real = 属实：难题留给对方解决
potato-when-bluff = 虚张声势：给台阶，继续谈
potato-when-unknown = 仍不清楚：弄清之前这样做
potato-reopen = 重新检验

## 快速记录

log-title = 快速记录
log-text = 发生了什么
log-text-hint = 说了什么，发生了什么
log-empty = 一句话，回车，接着谈。最新的在最上面。
log-remove = 删除“{ $words }”
log-to-potato = 当作烫手山芋处理

## 策略

meeting-tactic-say = 这样说
meeting-tactic-cues = 看到这些就是它
tactic-they = 对方在用
tactic-mine = 我来用
tactic-open = 打开卡片
tactic-seen = 出现 { $count } 次

## 对手

people-title = 对手画像
people-of = { $number }/{ $count }
people-previous = 上一位
people-next = 下一位
people-open = 打开画像
people-none = 还没选对手
people-none-why = 选好这次见谁，谈的时候画像就在这里。
people-add = 选择对手
people-unnamed = 未填姓名
people-unknown = 还没有依据。谈的时候记下对方原话，会后点一下就成依据。
people-word = { $certainty } { $quadrant }（{ $share }）
people-from = { $count ->
    [0] 还没有依据
   *[other] 来自 { $count } 条依据
}
people-then-from = 其次 { $second }，来自 { $count } 条依据
people-say = 对方听得进的话
people-say-in = { $phase }：就这么说，换上你的事实
people-do = 现在宜
people-avoid = 现在忌
people-pressure-seen = 实际见过
people-pressure-typical = 一般如此

## 结果

outcome-meeting = 会谈
outcome-running = 这次会谈还没结束。
outcome-end = 结束会谈
outcome-add-meeting = 添加下次会谈
outcome-prepare-next = 准备第 { $number } 次会谈
outcome-refused = 对方明确拒绝
outcome-elsewhere = 已定给别家

commitments-title = 对方答应“做”什么？
commitments-caption = { $count ->
    [0] 还没有
   *[other] 对方 { $count } 项行动
}
commitments-motto = 只看行动，不看好话。
commitments-empty = 对方还没答应任何行动。谁、做什么、哪天前？离开前问清楚，记在下面。
commitment-action = 行动
commitment-who = 谁
commitment-when = 期限
commitment-cost = 对方付出
commitment-binding = 有约束力
commitment-state = 状态
commitments-logged = 记录里的承诺：“{ $words }”
commitments-take = 记成行动
commitment-whose = 谁答应的
commitment-action-hint = 对方会做什么？
commitment-mine-hint = 我会做什么？
commitment-who-hint = 谁
commitment-when-hint = 6月15日
commitment-cost-hint = 对方付出
commitment-binding-tip = 有约束力：签字、付款或订单
commitment-edit = 修改“{ $action }”
commitment-becomes-advance = 补上{ $missing }，就成为“推进”
commitment-would-count = 还不算数：补上{ $missing }
detail-action = 行动
detail-person = 负责人
detail-date = 日期
detail-and = 和

words-title = 听到的好话
words-caption = 只留个记录，不算数
words-text = 听到的好话
words-hint = “讲得真好！”回车
words-remove = 删除“{ $words }”

steps-title = 我的下一步
steps-caption = 我方答应的
steps-empty = 没有答应什么。要添加，在上面那一行选“我方”。

debrief-title = 复盘
debrief-caption = 趁热花五分钟
debrief-text = 复盘笔记
debrief-hint = 其他值得记住的

verdict-title = 判定
verdict-caption = 由行动得出
verdict-so-far = 截至目前
verdict-why = 理由
verdict-means-order = 对方已明确要买。
verdict-means-advance = 生意往前走了一步，还没成交。
verdict-means-continuation = 话还在谈，生意没往前走。
verdict-means-no-sale = 这一单暂时丢了。
verdict-words = { $count } 句好话：一分不算。
verdict-next-order = 下一步：盯住执行和回款。
verdict-next-advance = 有签字、付款或订单，就是“成交”。
verdict-next-continuation = 对方一项行动，有人、有日期，就成为“推进”。
verdict-next-no-sale = 写下原因，以及什么变了才有机会。
verdict-i-buy = 这次你是买方。生意动不动，看买方做什么，所以判定看的是你的行动。对方答应你的事照样到期提醒。

reason-refused = 对方明确拒绝了。
reason-decided-elsewhere = 已经定给别家。
reason-binding = 对方已受约束：“{ $action }”。
reason-advancing = 对方答应了 { $count } 件事，有人、有日期。
reason-broken = 对方食言 { $count } 次，剩下的没有一项落到实处。
reason-unspecific = { $count ->
    [1] 对方答应了，但没有{ $missing }。
   *[other] 对方答应了 { $count } 件事，最具体的一件也缺{ $missing }。
}
reason-only-ours = 只有我方答应做事。
reason-only-words = 只有好话，没人答应做事。
reason-nothing-promised = 没人答应做任何事。

quotes-how = 这句原话透出哪种思维？
quotes-none = 这次会谈没记下对方原话。下次记几句，最能看出一个人怎么想。
quotes-nobody = 这场谈判还没选对手。
quotes-added = 已添加
quotes-add = 作为 { $letter } { $name }的依据
quotes-source = 第 { $number } 次会谈

potatoes-title = 烫手山芋
potatoes-none = 本次没有。
