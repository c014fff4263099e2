### 策略手册。

playbook-title = 策略手册
playbook-search = 搜索策略手册
playbook-search-hint = 一个词，或对方说的话
playbook-hits = { $count ->
    [0] 没有找到，换个短一点的词试试。
   *[other] { $count } 篇
}
playbook-hits-more = 共 { $count } 篇，先列出 { $shown } 篇
playbook-clear = 清除搜索
playbook-index = 总览
playbook-quadrants = 象限
playbook-basics = 模型
playbook-relations = 象限关系
playbook-relations-line = 两种思维怎么相处，话该怎么换着说
playbook-pair = 你 { $me } { $my-name }，对方 { $them } { $their-name }
playbook-walk = 环走十七问
playbook-walk-line = 按象限逐一检查你的讲稿
playbook-phases = 阶段
playbook-tactics = 策略
playbook-tactics-of = { $phase }策略
playbook-potatoes = 烫手山芋
playbook-potatoes-line = 对方把难题丢给你：当场检验
playbook-lead = 四种思维方式。A 和 D 重理，B 和 C 重情；A 和 B 在左，C 和 D 在右。每个人四种都有，思维画像说的是哪一种在前。
playbook-mnemonic = 动物只是帮助记忆，别无他意。
playbook-gone = 手册里没有这张策略卡。
playbook-gone-help = 请从左边另选一张。

## 象限

quadrant-thinks = 怎么想
quadrant-talk = 口头禅
quadrant-misjudged = 容易被误解成
quadrant-fair-view = 公道话
quadrant-wants = 想从你这里得到什么
quadrant-decides = 怎么做决定
quadrant-open = 怎么开场
quadrant-argue = 怎么讲道理
quadrant-objection = 多半会怎么挑剔
quadrant-follow-up = 会后怎么跟进
quadrant-notice = 会后回想这几点
quadrant-concede = 怎么让步
quadrant-close = 怎么收尾
quadrant-irritates = 最反感什么
quadrant-do = 宜
quadrant-avoid = 忌
quadrant-under-pressure = 压力下
quadrant-sentences = 听得进的话
quadrant-being = 如果你就是这一型
quadrant-strengths = 你的长处
quadrant-blind-spots = 你的盲点
quadrant-being-wants = 你看重什么
quadrant-being-decides = 你怎么做决定
quadrant-being-open = 你怎么开场
quadrant-being-argue = 你怎么讲道理
quadrant-being-concede = 你怎么让步
quadrant-being-close = 你怎么收尾
quadrant-being-irritates = 你最反感什么
quadrant-being-sentences = 帮你找平衡的话

## 象限关系

relations-difficulty = 难度 { $level }/4
relations-gains = 好处
relations-risks = 风险
relations-advice = 建议
relations-pairs = 你们是哪一对？
relations-pairs-help = 横行是你，竖列是对方。点一格，看这一对怎么相处、话该怎么说。
relations-pairs-mine = 横行是你（你的画像是 { $me }），竖列是对方。点一格，看这一对怎么相处、话该怎么说。
relations-me = 你
relations-them = 对方
relations-cell = 你 { $me }，对方 { $them }：{ $relation }
relations-pair = 你：{ $me }；对方：{ $them }
relations-tend = 你顺口会说
relations-instead = 改成这样说
pair-afterwards = 会后，以及气氛紧张的时候
pair-read-them = 细看 { $letter } { $name }
pair-read-me = 如果你是 { $letter } { $name }

## 环走十七问

walk-satisfied = 这样算
walk-example = 例如
walk-not-enough = 这样不算
walk-suggestion = 如果没有，就补

## 阶段、策略、烫手山芋

phase-checklist = 检查清单
phase-mistakes = 常见错误
phase-leave = 何时算结束
tactic-recognise = 怎么识别
tactic-their-words = 对方会这么说
tactic-why = 为什么管用
tactic-use = 怎么正当地用
tactic-fair-alternative = 正当的替代做法
tactic-unethical-note = 了解它是为了化解它，自己不要用。
tactic-counter = 怎么化解
tactic-counter-line = 就这么说
tactic-say = 对各象限怎么说
tactic-risk = 风险
tactic-related = 相关策略
tactic-source = 又称：{ $name }
potato-sounds = 听起来是这样
potato-tests = 当场就问
potato-listen = 听什么
potato-whose = 这是谁的难题？
potato-if-real = 如果限制属实
potato-if-bluff = 如果是虚张声势
potato-if-unknown = 还不清楚时
