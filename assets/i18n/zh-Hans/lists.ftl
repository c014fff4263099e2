### 长列表：排序、筛选、多选、标签、归档。

command-select-all = 全选
command-select-all-tip = 选中列表中显示的每一行

## 筛选与排序

list-sort = 排序
list-sort-next-meeting = 下次会谈
list-sort-changed = 最近改动
list-sort-title = 名称
list-filter-tag = 标签
list-filter-tag-chosen = 标签：{ $tag }
list-filter-any-tag = 不限标签
list-filter-no-tags = 这里还没有标签。先选中几行，再点“加标签”。
list-filter-more = 按标签筛选，或查看归档
list-archive = 已归档
list-clear-tag = 不再按“{ $tag }”筛选
list-leave-archive = 离开归档
list-count-negotiations = 共 { $count } 场
list-count-archived = 已归档 { $count } 场
list-count-shown = { $shown } / { $count } 场
list-none-match = 没有符合筛选条件的谈判。
list-clear-filter = 全部显示
list-elsewhere-negotiations = 归档里有 { $count } 场符合
list-elsewhere-archived-negotiations = 归档之外有 { $count } 场符合
list-archive-empty-title = 归档是空的
list-archive-empty-text = 谈完的可以归档：不再出现在列表和“今日”里，但仍留在资料库。
list-archive-empty-people = 归档是空的。不再打交道的人可以归档。
list-all-archived-title = 谈判都已归档
list-all-archived-text = 可以取回一场，也可以新建一场。
list-open-archive = 打开归档

## 多选

list-choose-row = 选中{ $name }
list-choose-row-tip = 选中（空格键）。按住 Shift 点击可连选。
list-choose-all = 选中显示的全部
list-choose-people = 多选
list-chosen = 已选 { $count } 项
list-chosen-hidden = 已选 { $count } 项，{ $hidden } 项未显示
list-chosen-hidden-tip = 其中 { $hidden } 项被筛掉未显示，操作仍对全部 { $count } 项生效。
list-tag-them = 加标签…
list-untag-them = 去标签…
list-untag-none = 选中的都没有标签。
list-archive-them = 归档
list-bring-back = 取回
list-delete-them = 删除
list-side-by-side-tip = 选 2 到 { $most } 位
list-choose-none = 取消选择（Esc）

## 单条记录的标签与归档

tags-label = 标签
tags-add = 标签
tags-add-tip = 加标签
tags-find = 查找或输入标签
tags-new = 新标签“{ $tag }”
tags-remove = 去掉标签“{ $tag }”
tags-more = +{ $count }
tags-more-tip = 还有 { $count } 个标签
tags-none-left = 没有其他标签，直接输入即可。
tags-has-already = 已有这个标签。
record-archive = 归档
record-archived = 已归档
negotiation-archived-note = 已归档：不再出现在谈判列表和“今日”里。

## 操作结果

people-tagged = 已给 { $count } 位对手加上标签“{ $tag }”。
people-untagged = 已从 { $count } 位对手去掉标签“{ $tag }”。
people-archived = 已归档 { $count } 位对手。
people-brought-back = 已取回 { $count } 位对手。
counterparts-removed = 已将 { $count } 位对手移到回收站。
negotiations-tagged = 已给 { $count } 场谈判加上标签“{ $tag }”。
negotiations-untagged = 已从 { $count } 场谈判去掉标签“{ $tag }”。
negotiations-archived = 已归档 { $count } 场谈判。
negotiations-brought-back = 已取回 { $count } 场谈判。
negotiations-removed = 已将 { $count } 场谈判移到回收站。
tagged-nothing = 选中的都已有标签“{ $tag }”。
untagged-nothing = 选中的都没有标签“{ $tag }”。
