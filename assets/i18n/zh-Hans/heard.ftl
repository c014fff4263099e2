# 听到的话：提示、快速记录、粘贴、会后回顾。

## 提示
heard-suggests = 提示 { $letter } { $name }
heard-colon = ：
heard-comma = 、
heard-cue = “{ $word }”
heard-sure-clear = 迹象明显
heard-sure-likely = 很可能
heard-sure-weak = 迹象较弱
heard-ordinary = 平常话，没有提示。
heard-long = 太长了，逐句来看
heard-take = 采用
heard-taken = 已标记
heard-take-name = 采用提示：{ $what }
heard-taken-name = 已采用提示：{ $what }

## 快速记录
command-heard = 记下听到的话
command-heard-tip = 在哪个页面都能记：谁、原话、透出哪种思维
heard-title = 听到了什么？
heard-who = 谁
heard-who-hint = 姓名、职务或公司
heard-who-add = 把“{ $name }”加为新对手
heard-who-new = 会把“{ $name }”加为新对手。
heard-who-similar = 名字相近
heard-at-this-table = 这场谈判的人：
heard-words = 原话，或看到的事
heard-words-hint = “还是照旧，按清单来。”
heard-keys = { $first } 到 4：字母 · 5 到 9：类型 · 0：压力下
heard-asks = 要不要标上提示的象限？再按一次回车，就不标象限存下。
heard-save = 保存
heard-save-tip = 按回车也能保存
heard-save-next = 保存，再记一条
heard-bring-back = 找回“{ $words }…”
heard-not = 非
heard-saved = 已记到{ $name }名下：{ $letters }。
heard-saved-note = 已记到{ $name }名下，没标字母。
heard-known = 这句话已经记过，日期 { $date }。
heard-missing-words = 先写下听到或看到什么。
heard-missing-who = 先选人：从列表里挑，或者新加一位。
heard-from-palette = 记下听到的话：“{ $words }”
heard-from-palette-empty = 记下听到的话
heard-from-palette-tip = 填好这句话，再选人和字母

## 粘贴邮件或笔记
command-paste-text = 粘贴邮件或笔记
command-paste-text-tip = 找出能看出思维的句子，由你逐句采用
paste-short = 粘贴邮件
paste-title = 粘贴邮件或笔记
paste-what = 对方写的，或你记下的
paste-text = 邮件或笔记的正文
paste-hint = 整封邮件贴进来就行。邮件头、引用的旧信和签名会自动略过。
paste-other-first = 这里还有一份别人的文字没看完。先添加或放弃，再回来看这一份。
paste-not-there = 这个人的档案还没读入。可以回到正文另选一位。
paste-size = { $kilobytes } KB
paste-cut = 超过 { $most } KB：最后 { $kilobytes } KB 没放进来，请之后再粘贴。
paste-read = 开始读
paste-reading = 正在读……
paste-reading-of = 正在读：第 { $done } 段，共 { $all } 段
paste-stop = 停下
paste-back = 回到正文
paste-discard = 放弃
paste-discard-tip = 丢掉这段文字，什么都不添加
paste-passage-of = 第 { $number } 句，共 { $count } 句
paste-known = 已经记过
paste-skipped = 已跳过
paste-accept = 记为 { $letter }
paste-accept-as = 记为 { $letter } { $name }
paste-other = 或记为
paste-skip = 跳过
paste-previous = 上一句
paste-keys = 回车：采用 · A 到 D 或 1 到 4：记为该象限 · S：跳过 · 退格：上一句
paste-done = 全部看完了
paste-done-what = 看一眼右边的清单，没问题就添加。
paste-nothing = 没有哪句话透出思维方式
paste-nothing-what = 读了 { $count } 句，都是平常话。想逐句看，勾选右边那一项。
paste-accepted = 已采用：{ $count }
paste-go-to = { $letter }：{ $words }
paste-drop = 取出：{ $words }
paste-for-all = 以下对全部有效
paste-source-hint = 例如：6月3日的邮件
paste-ordinary = 没有提示的句子也看（{ $count }）
paste-left-out = 略过的也看：邮件头 { $headers } 行，引用 { $quoted } 行，签名 { $signature } 行
paste-add = { $count ->
    [0] 还没采用
   *[other] 添加 { $count } 条到{ $name }
  }
paste-added = 已给{ $name }添加 { $count } 条依据。

## 会后回顾
review-title = 你注意到了什么？
review-setting = 对方当时的状态
review-saw = 有
review-opposite = 恰恰相反
review-not = 没注意
review-open = 还没答
review-dot = 第 { $number } 条：{ $answer }
review-key = 按 { $number } 键
review-take-back = 已添加，再点一次收回
review-previous = 上一条
review-evidence-saw = { $sign }有。
review-evidence-opposite = { $sign }恰恰相反。
review-done = 答完了：有 { $saw } 条，相反 { $opposite } 条，没注意 { $not } 条。
review-next-person = 下一位
review-next-tip = 按回车也可以
review-look-again = 再看一遍
review-line = 另外注意到的
review-line-hint = 还注意到什么？写一句，回车
review-take-out = 取出：{ $words }
quotes-add-suggested = 作为 { $letter } { $name }的依据，提示词“{ $words }”
