### 全局搜索：人、谈判、卡片、命令。

palette-hint = 姓名、谈判、写过的话、命令…
palette-none = 没有找到“{ $query }”。
palette-none-help = 试试少输几个字，或只输姓名里的一个字。策略也可以按对方说的话来找。
palette-more = 共 { $count } 条，先列出最相关的 { $shown } 条。多输几个字可缩小范围。
palette-count = { $count } 条
palette-keys = ↑ ↓ 选择 · Enter 打开 · { $first } 至 5 缩小范围 · Esc 关闭
palette-help = 标签:名称 按标签找 · “两个词” 连在一起找 · > 找命令 · { $first } 至 5 缩小范围
hit-counterpart = 对手
hit-negotiation = 谈判
hit-tactic = 策略
hit-quadrant = 象限
hit-phase = 阶段
hit-pair = 组合
hit-command = 命令
hit-tag = 标签

## 范围

search-part-all = 全部
search-part-people = 对手
search-part-negotiations = 谈判
search-part-playbook = 策略手册
search-part-commands = 命令
search-archived = 含已归档
search-is-archived = 已归档

## 分组

search-recent = 最近搜过
search-latest = 最近改动
search-commands = 命令
search-playbook = 策略手册
search-tags = 标签
search-similar = 名字相近
search-again = 再搜一次“{ $text }”
search-forget = 从列表中去掉“{ $text }”
search-new-counterpart = 添加对手“{ $name }”
search-show-more = 再列出 { $count } 条
search-incomplete = 还在读取资料库…

## 出处

search-field-title = 标题
search-field-name = 姓名
search-field-latin-name = 拼音或外文名
search-field-job = 职务
search-field-organisation = 公司
search-field-tag = 标签
search-field-notes = 备注
search-field-evidence = 依据
search-field-evidence-source = 来源
search-field-goal = 目标
search-field-price-unit = 价格怎么算
search-field-issue = 议题
search-field-alternative = 最佳替代方案
search-field-their-alternative = 对方的最佳替代方案
search-field-gives = 我能给出的
search-field-package = 组合方案
search-field-concession = 让步换什么
search-field-questions = 要问的问题
search-field-unsaid = 不说的话
search-field-team = 我方人员
search-field-pitch = 讲稿
search-field-pitch-version = 留存的讲稿
search-field-walk = 环走
search-field-place = 地点
search-field-words = 听到的好话
search-field-commitment = 承诺行动
search-field-keep = 保持什么
search-field-change = 改进什么
search-field-debrief = 复盘
search-field-offer = 报价
search-field-claim = 烫手山芋
search-field-log = 记录
