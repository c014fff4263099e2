### 页面之外：命令、提示、浮窗、首次启动。

## 命令：名称与说明

command-today = 今日
command-today-tip = 接下来见谁，什么到期
command-counterparts = 对手
command-counterparts-tip = 跟你谈判的人
command-negotiations = 谈判
command-negotiations-tip = 每一笔生意和它的会谈
command-playbook = 策略手册
command-playbook-tip = 象限、环走、阶段与策略
command-settings = 设置
command-settings-tip = 语言、外观、动物、资料库
command-search = 搜索
command-search-tip = 查找对手、谈判、策略和命令
command-new-counterpart = 添加对手
command-new-counterpart-tip = 记下一位新对手
command-new-negotiation = 新建谈判
command-new-negotiation-tip = 为一笔新生意做计划
command-describe-myself = 描述我自己
command-describe-myself-tip = 说说你怎么想问题，建议才能对上人
command-side-by-side = 并排看
command-side-by-side-tip = 几个人放在一起看：画像、关系、团队图
command-next-brief = 下次会谈的会前简报
command-next-brief-tip = 进门前读一页
command-back = 后退
command-back-tip = 回到上一页
command-forward = 前进
command-forward-tip = 回到刚才离开的那一页
command-undo = 撤销
command-undo-tip = 收回上一步修改
command-redo = 重做
command-redo-tip = 再做一遍刚撤销的修改
command-save = 立即保存
command-save-tip = 平时自动保存；这里立即写入磁盘
command-open-library = 打开资料库
command-open-library-tip = 换一个文件夹工作
command-create-library = 新建资料库
command-create-library-tip = 从空文件夹开始
command-enter-offer = 记一笔报价
command-enter-offer-tip = 转到会谈页，直接输入价格；再按一次换另一方
command-catch-potato = 记下烫手山芋
command-catch-potato-tip = 转到会谈页，直接记下对方的话；再按一次换一类
command-write-log = 快速记录
command-write-log-tip = 转到会谈页，直接记一句；再按一次换一类
command-toggle-theme = 切换浅色与深色
command-toggle-theme-tip = 浅色变深色，深色变浅色
command-larger-text = 放大文字
command-larger-text-tip = 所有内容放大
command-smaller-text = 缩小文字
command-smaller-text-tip = 所有内容缩小
command-help = 帮助与快捷键
command-help-tip = 全部命令，以及判断的依据

## 框架

search = 搜索
close = 关闭
cancel = 取消
retry = 再试一次
show = 查看
browse = 浏览…
status-saved = 仅存本机 · 已保存
status-saving = 仅存本机 · 正在保存…
status-not-saved = 尚未保存
status-read-only = 只读
open-other-library = 打开其他资料库
problems-banner = 资料库中有 { $count } 个文件无法使用，其余内容已打开。

## 短消息

read-only-opened = 资料库以只读方式打开。
read-only-no-edit = 资料库是只读的，没有做任何改动。
file-saved = 已保存到 { $path }
saved-now = 已保存。
counterpart-removed = 对手已移到回收站。
negotiation-removed = 谈判已移到回收站。
negotiation-with = 与 { $name } 的谈判
choose-folder = 选择文件夹
save-brief = 保存会前简报
brief-file-name = 会前简报

## 没有名字时

untitled-negotiation = 未命名的谈判
nameless = 未填姓名

## 打开或新建资料库

library-open-title = 打开资料库
library-create-title = 新建资料库
library-sample-title = 新建示例资料库
library-open-help = 资料库是一个文件夹，每位对手、每场谈判各存一个看得懂的文件。
library-create-help = 请选一个空文件夹，或一个还不存在的文件夹。对手和谈判会以看得懂的文件存在里面。
library-sample-help = 请选一个空文件夹，或一个还不存在的文件夹。里面会放入虚构的人和生意，供你试用。
library-path = 文件夹
library-open-do = 打开
library-create-do = 新建
library-sample-do = 新建
no-file-dialog = 本系统没有文件对话框，请直接输入路径。
library-current = 这就是现在打开的资料库。
place-looking = 正在查看…
library-no-path = 请输入或选择文件夹。
library-relative = 请写完整路径，从磁盘根目录写起。
library-file-in-way = 这个位置上是一个文件，不是文件夹。请换一个路径。
library-missing = 没有这个文件夹。请检查路径，或新建资料库。
library-not-one = 这个文件夹不是资料库：里面没有 library.ron。请换一个，或新建资料库。
library-not-empty = 文件夹不是空的。请选空文件夹或新文件夹。
library-already-one = 这里已经有一个资料库，直接打开即可。
library-open-it = 打开它
library-found = 这里有一个资料库。
library-new-folder = 将新建这个文件夹。
library-empty-folder = 文件夹是空的，可以使用。

## 保存会前简报

save-brief-path = 文件
save-brief-do = 保存
save-brief-exists = 已经有同名文件。
save-brief-overwrite = 替换它
save-brief-folder-missing = 文件夹 { $folder } 不存在。
save-brief-is-folder = 这是一个文件夹，请补上文件名。
save-brief-no-path = 请输入或选择文件。
save-brief-markdown = Markdown：纯文本，适合笔记和邮件
save-brief-html = 网页，适合打印
save-brief-limits-in = 里面有你的目标、底线和最佳替代方案，切勿交给对方。
save-brief-limits-out = 不含你的目标、底线和最佳替代方案。

## 帮助

help-title = 帮助与快捷键
help-pages = 页面
help-records = 人与生意
help-edit = 修改
help-table = 谈判桌上
help-window = 窗口与资料库
help-honesty = 判断的依据
help-honesty-profile = 象限是根据你听到、看到的做出的推测，不是测验；没有依据就写“未知”。动物只是帮助记忆。
help-honesty-outcome = 会谈的结果只看客户答应做什么、谁来做、什么时候做。好听的话不会抬高结果。
help-no-shortcut = –

## 文件问题

problems-title = 无法使用的文件
problems-intro = 其余内容已打开，没有删除任何东西。
problems-place = { $file }，第 { $line } 行第 { $column } 列
problem-quarantined = 文件已移到一旁，保存为 { $path }。
problem-skipped = 文件留在原处，没有载入。
problem-none = 没有做任何改动。
problem-restored = 已用最近一份完好的备份恢复：{ $path }。
problem-new-library-file = 已写入一个新的 library.ron，尚无本人信息。
problem-what = 问题
problem-done = 已做的处理
problem-todo = 你可以做的
problems-dismiss = 知道了

store-parse = 内容不是一份可读的记录：{ $message }
store-parse-todo = 用文本编辑器改好这一行再放回去，或者继续用备份。
store-parse-field = { $field }：{ $message }
store-wrong-name = 里面的记录编号是 { $found }，与文件名不一致。
store-wrong-name-todo = 如果还要它，请改名为 { $found }.ron 再放回去。
store-newer = 文件由更新的版本写成。
store-newer-todo = 请更新本应用。在此之前文件保持原样。
store-not-regular = 这不是普通文件。
store-not-regular-todo = 请把它移出资料库。
store-too-large = 文件超过一份记录的上限：{ $size } 字节。
store-too-large-todo = 请移走它，或把它改小。
store-io-todo = 请检查磁盘和文件夹权限，然后重新打开资料库。
store-unfaithful = 没有写入，因为写进去后读出来会不一样。
store-unfaithful-todo = 请撤销上一步修改。
store-no-folder = 没有这个文件夹。
store-no-folder-todo = 请检查路径，或新建资料库。
store-file-in-way = 资料库的位置上是一个文件，不是文件夹。
store-file-in-way-todo = 请换一个路径。
store-not-library = 这个文件夹不是资料库：里面没有 library.ron。
store-not-library-todo = 请换一个文件夹，或新建资料库。
store-file-missing = 缺少 library.ron，但文件夹里有 { $count } 份记录。
store-file-missing-todo = 请把文件放回去，或点“修复”。
store-not-empty = 文件夹不是空的。
store-not-empty-todo = 请选空文件夹或新文件夹。
store-read = 读不出来（{ $reason }）。
store-write = 存不进去（{ $reason }）。
store-disk-full-todo = 请在磁盘上腾出空间；你写的内容还在，腾出后会自动保存。
store-permission-todo = 请取得这个文件夹的权限，或换一个文件夹。
store-read-only-todo = 磁盘是只读的，请换一个文件夹。
store-path-todo = 请检查磁盘是否连接、路径是否正确。
store-in-use = 资料库正在另一个窗口里打开着。
store-in-use-todo = 请先在那边关闭。
store-keep-library = 资料库本身不能删除，只能删除里面的记录。
store-no-saver = 无法在后台保存（{ $reason }）。
store-no-saver-todo = 请关掉一些程序，再重新启动本应用。
fault-at = { $wrong }{ $todo }（{ $place }）
fault-anywhere = { $wrong }{ $todo }
store-other-todo = 请检查文件，然后重新打开资料库。

## 首次启动

first-language = 语言
first-welcome = 看懂桌子对面的人
first-lead = 知彼把你听到、看到的整理成对手的思维画像，帮你为下一次会谈做好准备。
first-empty = 从空资料库开始
first-empty-help = 记录你自己的对手和生意
first-folder = 位置：{ $path }
first-other-folder = 选择其他文件夹…
first-sample = 看看示例资料库
first-sample-help = 虚构的人和生意，随便看看
first-open = 打开已有的资料库…
first-open-help = 来自另一台电脑或备份的文件夹
first-privacy = 一切都留在这台电脑上，存成看得懂的文件。不用注册，不连网络。
first-loading = 正在打开资料库…
first-failed = 资料库打不开
first-repair = 修复
first-repair-tip = 用最近一份能读取的备份替换损坏的文件。损坏的文件会保留在 quarantine 文件夹里。
first-failed-help = 没有删除或改动任何东西，文件还在原处。
first-open-another = 打开其他资料库…
first-new-one = 新建资料库…
