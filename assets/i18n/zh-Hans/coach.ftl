### 讲稿教练：文中找到什么、该添什么、版本、提纲和提词卡。

coach-title = 教练
coach-view = 视图
coach-write = 写稿
coach-outline = 提纲
coach-notes = 提词卡
coach-versions = 版本
coach-versions-count = 版本（{ $count }）
coach-part = 教练
coach-suggestions = 建议
coach-wording = 措辞
coach-look = 正文
coach-marked = 带标记
coach-plain = 不带

## 正文

coach-passages-of = { $count ->
    [0] { $name }：没有找到
   *[other] { $name }：找到 { $count } 处，点一下就标出来
}
coach-irritators-found = { $count } 处刺耳的话
coach-show-all = 全部显示
coach-reading = 正在读正文……
coach-start = 不知从哪儿下笔？从建议里挑一句
coach-irritates = “{ $words }”刺耳
coach-instead = 换成
coach-because = 看这几个词：{ $words }
coach-more-questions = 另外还有 { $count } 个问题

## 每个问题旁边

coach-times = { $count } 处
coach-show-passage = 在正文里看：{ $question }
coach-accept-tip = 这是软件根据文中找到的地方提的。点一下，就算你的回答。
coach-accept-spoken = { $question } 采纳“{ $answer }”
coach-denied = 你答了“否”，文中却有。
coach-gone = 勾了，文中却没找到
coach-gone-tip = 正文里没有哪句对得上这个问题。要是确实有，回答不用改，在备注里写明在哪一句。
coach-more-passages = 另外还有 { $count } 处

## 建议

coach-suggest-lines = 给我几句
coach-for-weakest = { $name }这一面最缺，加一句试试
coach-others = 换一批
coach-insert = 插入
coach-insert-tip = 插到光标处，没有光标就放到最后，并选中第一个空。
coach-example = 例：{ $text }

## 措辞

coach-nothing-title = 还没有可看的
coach-nothing-written = 把要讲的话写下来或者贴进来。软件会把找到的地方标出来，数一数，再提建议。
coach-sentences = 共 { $count } 句，最长的一句{ $longest }。
coach-none-long = 没有哪句长得听不下来。
coach-long = 有 { $count } 句太长，听的人跟不上，拆开说
coach-long-one = { $size }：{ $text }
coach-blanks = 还有 { $count } 个空没填
coach-no-irritators = 没有发现刺耳的话。
coach-irritator = { $count ->
    [1] “{ $words }”
   *[other] “{ $words }”，{ $count } 处
}
coach-more-irritators = 另外还有 { $count } 种说法
coach-show-place = 在正文里看：{ $text }

## 版本

coach-keep = 留下这一版
coach-kept = 这一版已留下
coach-keep-tip = 把正文连同回答一起留下，以后好比较，也好退回来。
coach-versions-none = 还没留过版本
coach-versions-none-text = 大改之前先留一版，改完可以对照着看，也可以退回来。
coach-version-name = 版本名称：{ $version }
coach-version-name-hint = 名称，可不填
coach-version-use = 用这一版
coach-version-use-tip = 换成这一版的正文和回答。眼下这一版会先留下。
coach-version-compare = 对照
coach-version-remove = 删除
coach-version-do = { $do }：{ $version }
coach-covers = 覆盖度 { $percent }
coach-present = 眼下这一版
coach-changes = 改了什么
coach-words = 字句
coach-unanswered = 未答
coach-same-answers = 回答都一样。
coach-same-words = 字句都一样。
coach-changes-cut = 改动太多，只显示前面一部分。

## 提纲和提词卡

coach-outline-count = { $count } 句
coach-outline-empty = 正文里还没有对着这一面说的话。
coach-missing = 还缺
coach-outline-rest = { $count ->
    [0] 每一句都对得上某个问题。
   *[other] 全文 { $all } 句，有 { $count } 句哪个问题都对不上。
}
coach-copy = 复制成文字
coach-print = 打印
coach-copied = 已复制
coach-notes-caption = 关键的话，按讲的先后排
coach-notes-none = 正文里还没有能当提词的话。看看正文旁边的建议。
