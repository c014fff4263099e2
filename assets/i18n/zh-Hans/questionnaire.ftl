### 问卷：说自己，或者说对手；在屏幕上答，或者在纸上答。

command-questionnaire = 问卷
command-questionnaire-tip = 24 个场景，问的是眼前这个人，或者你自己

questionnaire-title = 问卷
questionnaire-of = 问卷：{ $name }
questionnaire-card = 24 个场景
questionnaire-progress = 已答 { $done } / { $all }
questionnaire-item = 第 { $number } 题，共 { $all } 题
questionnaire-dont-know = 说不清
questionnaire-answer = { $stem }{ $choice }
questionnaire-keys = 按 1、2 或 0 作答，自动到下一题；← → 前后翻看，不作答；退格键回上一题。
questionnaire-back = 上一题
questionnaire-forward = 下一题
questionnaire-skip = 先空着
questionnaire-take-back = 撤回全部答案
questionnaire-taken-back = 答案已全部撤回。
questionnaire-older = 这些答案出自以前的短问卷，每题分量更重。你再答一题，它们就跟其他题一样算。
questionnaire-source = 问卷第 { $number } 题

## 题号

questionnaire-jump = 第 { $number } 题：{ $state }
questionnaire-item-open = 没答
questionnaire-item-answered = 已答
questionnaire-item-unsure = 说不清
questionnaire-sign-unsure = ?

## 谁来答

questionnaire-who = 谁来答
respondent-person = 本人作答
respondent-observer = 我替对方答
questionnaire-counts-person = 本人的答案按足量（{ $percent }）计。
questionnaire-counts-observer = 你替对方答的，只按本人作答的 { $percent } 计：你看到的只是一面。
questionnaire-recount-person = 已有的 { $count } 题是你替对方估的。从现在起都算对方本人的回答、按全数计吗？
questionnaire-recount-observer = 已有的 { $count } 题是对方本人的回答。从现在起都算你的估计吗？
questionnaire-recount-do = 就这么算

## 答完之后

questionnaire-result-mine = 全部答完。我的思维：
questionnaire-result = 全部答完。{ $name }：
questionnaire-rests = 背后的依据里，这 { $known } 条答案占 { $percent }。{ $unsure ->
    [0] 没有一题说不清。
   *[other] 有 { $unsure } 题说不清，不计分量。
}
questionnaire-unknown = 还不足以说是哪一型。接下来谈话里听到、看到的，更说明问题。
questionnaire-honest = 这只是对思维偏好的推测，不是测验。不得用于招聘、考核或定薪。
questionnaire-look-over = 再看一遍答案
questionnaire-pressure-too = 再答一遍“压力下”
questionnaire-change = 第 { $number } 题：{ $text }（修改）

## 说对手

questionnaire-about = 怎么用
questionnaire-about-ask = 最好请本人来答，答完一起聊聊；对方怎么选，就怎么记。
questionnaire-about-paper = 手边没有电脑：打印出来，回头再录入。
questionnaire-about-open = 没答完也不要紧，下回从没答的那题接着来。
questionnaire-about-seen = 只答你亲眼见过、亲耳听过的。
questionnaire-about-unsure = “说不清”也是好答案：不加分量，也不添错。
questionnaire-about-quote = 谈话里的一句原话，顶得上这里的十六条答案。先把原话攒起来。

## 纸上作答

questionnaire-print = 打印
questionnaire-print-tip = 两页，中英文各一页；存进你的文档文件夹并打开
questionnaire-file-name = 问卷
questionnaire-printed = 已打开，可以打印。文件存在 { $path }
questionnaire-not-opened = 没有程序能打开这一页。请用浏览器打开后打印：{ $path }
questionnaire-enter = 从纸上录入
questionnaire-enter-title = 录入一份纸质问卷
questionnaire-enter-how = 逐格输入 a、b 或 0（说不清），1、2 也行。每输一个自动到下一格；空格键跳过，退格键往回，回车键全部保存。
questionnaire-enter-line = 或者一行写完
questionnaire-enter-line-hint = 1a 2b 3- … 或 abba0…
questionnaire-enter-do = 保存 { $count } 条答案
questionnaire-enter-rest = 空着的格子不改动原来的答案。整份问卷撤销一次就能退回。
questionnaire-entered = 这份问卷已保存。
questionnaire-fault-separator = {""}
questionnaire-fault-sign = “{ $sign }”不是答案，请输入 a、b 或 0。
questionnaire-fault-item = 没有第 { $number } 题，只有 1 到 { $all } 题。
questionnaire-fault-twice = 第 { $number } 题答了不止一次。
questionnaire-fault-no-answer = 第 { $number } 题后面没有答案。
questionnaire-fault-no-number = “{ $sign }”前面没有题号。
questionnaire-fault-too-many = 一共 { $all } 题，这里有 { $count } 条答案。

questionnaire-paper-title = 我怎么想问题：{ $count } 个场景
questionnaire-paper-title-other = 对方怎么想问题：{ $count } 个场景
questionnaire-paper-name = 姓名
questionnaire-paper-about = 说的是
questionnaire-paper-by = 填写人
questionnaire-paper-date = 日期
questionnaire-paper-how = 每题只勾一个框，选更像自己的那个，没有好坏之分。实在说不清，就勾“说不清”。
questionnaire-paper-how-other = 按你亲眼见过、亲耳听过的来勾；没见过的，就勾“说不清”。
questionnaire-paper-note = 这只是对思维偏好的推测，不是测验：不衡量能力，不给人定型，也不得用于招聘、考核或定薪。
questionnaire-paper-enter = 录入办法：打开“问卷”，点“从纸上录入”，按题号逐个输入 a、b 或 0。
