### 对手页，以及描述我自己思维的一页。

## 列表

counterparts-title = 对手
counterparts-filter = 姓名、公司或职务
counterparts-all = 全部 { $count }
counterparts-only = 只看{ $name }：{ $count } 人
counterparts-no-organisation = 还没填公司
counterparts-unnamed = 未填姓名
counterparts-no-match = 没有符合条件的人。
counterparts-clear-filter = 清除筛选
counterparts-add = 添加对手
counterparts-shown = 显示 { $shown } / { $all }
counterparts-empty = 这里还没有人
counterparts-empty-what = 先加一位要谈判的人。写上姓名，再记一句原话就行。

## 一个人

counterpart-then = 其次
counterpart-position = { $organisation } { $title }
counterpart-no-position = 还没填职务和公司
counterpart-edit = 编辑
counterpart-edit-done = 完成
counterpart-edit-done-tip = 收起资料。填的内容已经存好，只差一个姓名。
counterpart-next-meeting = 下次会谈：{ $day } { $time }
counterpart-meeting-runs = 会谈进行中
counterpart-meeting-undated = 会谈日期未定
counterpart-prepare = 准备会谈
counterpart-remove = 删除
counterpart-details = 基本资料
counterpart-name = 姓名
counterpart-name-hint = 本人怎么写就怎么写
counterpart-latin-name = 拼音或外文名
counterpart-latin-hint = Lin Yue
counterpart-title = 职务
counterpart-title-hint = 采购总监
counterpart-organisation = 公司
counterpart-organisation-hint = 海港食品
counterpart-notes = 备注
counterpart-notes-hint = 管什么、听谁的、有什么要记住

## 思维画像

profile-title = 思维画像
profile-setting = 状态
profile-word = { $certainty } { $letter }（{ $percent }）
counterparts-no-lead = 不分高下
profile-word-tip = 有 { $percent } 的把握认为 { $letter } 在四个象限里最强；它占 { $share }。
profile-word-tied = 还分不出高下
profile-observations = { $count ->
    [0] 还没有依据
   *[other] 来自 { $count } 条依据
}
profile-other-setting = { $setting }：{ $word }
profile-unknown = 依据太少，还看不出来。记下对方一句话就是开头。
profile-tied = 两个象限不相上下，再添一条依据就见分晓。
kite-summary = 占比：A { $a }，B { $b }，C { $c }，D { $d }；来自 { $count } 条依据。
kite-range = 80% 区间
shares-share = 占比
shares-range = 区间
shares-largest = 领先
shares-explained = 占比；有 80% 的把握落在哪个区间；四个象限里数它最强的可能性。
shares-from-to = { $low }–{ $high }
shares-row = { $letter }：占比 { $share }，80% 区间 { $low } 到 { $high }，最强的可能性 { $largest }
animal-title-eagle = 鹰
animal-title-donkey = 驴
animal-title-sheep = 羊
animal-title-fox = 狐
animal-note = 动物只为好记。

## 依据

evidence-title = 依据
evidence-count = { $count } 条，最新在前
evidence-column-text = 听到、看到什么，日期，来源
evidence-column-type = 象限
evidence-column-weight = 分量
evidence-separator = {" · "}
evidence-empty = 还没有依据
evidence-empty-what = 记下对方说过的一句话，再点一下它支持的字母。
evidence-no-text = 没记原话
evidence-speaks-against = 不支持 { $letter }
evidence-says-nothing = 没标字母，不影响画像
evidence-weight = 分量 { $weight }（{ $kind }）
evidence-change = 修改：{ $text }
evidence-remove = 删除：{ $text }
evidence-remove-tip = 删除，可以撤销
evidence-edit = 修改
evidence-add-heard = 记下你听到的话
evidence-words = 你听到或看到什么
evidence-restore = 找回刚才取消的内容
evidence-marks-none = 不选字母也会保留，但不计入画像。
evidence-marks-hint = 点一下支持，再点一下反对。
evidence-mark-none = { $letter } { $name }：没有标
evidence-mark-for = { $letter } { $name }：支持
evidence-mark-against = { $letter } { $name }：反对
evidence-kind = 依据的类型
evidence-source = 来源
evidence-source-hint = 在哪儿、听谁说的
evidence-date = 日期
evidence-date-hint = 今天
evidence-date-problem = 看不懂这个日期。可写 6月15日、周五、2026-06-15。
evidence-add = 添加
evidence-add-tip = 按回车也可以
evidence-save-change = 保存修改
words-quoted = “{ $text }”

## 与我是否合拍

compatibility-title = 与我的契合度
compatibility-me = 我
compatibility-odds = 按目前对你俩的了解，每种关系的可能性
compatibility-me-unknown = 要比较，先得知道你自己怎么想：六道小题，两分钟。
compatibility-describe-me = 描述我自己
compatibility-them-unknown = 先记下对方说过的话，这里就会显示你俩哪里合拍，哪里容易别扭。
compatibility-tend = 别说“{ $text }”
compatibility-instead = 改成这样说，换上你的事实
compatibility-gains = 好处在哪儿
compatibility-risks = 容易出什么岔子
compatibility-advice = 不妨这样试
compatibility-relation = 好处与风险
compatibility-more = 看四种关系

## 说话方式与误解

hypothesis-if = 假定是 { $letter } { $name }
not-enough-evidence = 依据还不够
talk-title = 口头禅
talk-listen-title = 留心听这些话
misjudged-title = 容易被误解成
misjudged-fair = 公道话
misjudged-unknown = 看出主导象限以后，这里会显示别人可能怎么误解，公道话又该怎么说。

## 如何应对

respond-title = 如何应对
respond-hypothesis = 假定“{ $word }”
respond-guide = 完整指南
respond-next = 下一步：{ $moment }
respond-me-unknown = 对这类人都适用。先描述一下你自己，建议才能对上你们这一对。
respond-do = 宜
respond-avoid = 忌
respond-tab-do = 宜与忌
respond-tab-sentences = 这样说
respond-tab-irritates = 最反感什么
find-out-title = 怎么摸清
find-out-how = 挑一个问，留心对方先说的是什么。

## 我自己

myself-title = 我怎么想问题
myself-name = 你的姓名
myself-name-hint = 会前简报上怎么署名
myself-done = 完成
myself-later = 先到这里
myself-profile = 目前的画像
myself-unknown = 再答几题，这里就有画像了。
myself-strengths = 你的长处
myself-blind-spots = 你容易漏掉的
myself-pressure = 压力下
myself-why = 有什么用
myself-why-compare = 看清你跟每位对手哪里合拍，哪里容易别扭。
myself-why-words = 把你顺口会说的，换成对方听得进去的。
myself-why-blind = 提醒你讲方案时容易漏掉哪一块。
myself-honest = 这是思维偏好，不是测验。只存在你的资料库里。
