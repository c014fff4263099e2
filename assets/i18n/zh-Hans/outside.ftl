# 来自磁盘与其他程序的变化：读取、合并、并入、另存。

record-loading = 正在读取…
record-unreadable = 这条记录读不出来

status-indexing = 正在核对文件：{ $done } / { $all }
status-indexing-start = 正在核对文件…
status-saving-many = 正在保存：还剩 { $count } 条

## 两处都改过的记录

merge-done = 另一个程序也改了这条记录，两边的改动都已并入。
merge-conflicts = 另一个程序改了同样的内容。已按你的版本保存，请看一下差异。
merges-banner = 有 { $count } 条记录在两处都改过。目前用的是你的版本，另一版本没有丢。
merges-show = 查看差异
copies-banner = 同步软件给 { $count } 条记录留下了第二个版本。
copies-show = 合并…

## 并入另一个资料库

library-import-title = 并入另一个资料库
library-import-help = 把那个资料库里的对手和谈判复制到当前资料库。你自己的内容不会被替换：两边都有而内容不同的记录，会请你逐项合并。
library-import-do = 并入
command-import-library = 并入另一个资料库…
command-import-library-tip = 把另一个资料库文件夹里的对手和谈判复制进来
import-running = 正在并入：{ $done } / { $all }
import-stop = 停止
import-stopped = 已停止。已经并入的保留。
import-done = 并入了 { $added } 条记录，另有 { $same } 条本来就有。
import-differing = { $count } 条内容不同，可以合并。
import-unreadable = 那个资料库里有 { $count } 个文件读不出来，留在原处没动。

## 存不进去时另存

rescue-offer = 另存到别处…
library-rescue-title = 另存到别处
library-rescue-help = 把没能保存的内容写进一个新文件夹，自成一个小资料库。程序会继续尝试保存到原来的位置。
library-rescue-do = 存到这里
rescue-done = 已存到 { $path }，共 { $count } 条。可以当作资料库打开，也可以以后并入。

## 备份、副本与文件夹的问题

access-not-archived = 只读：这个资料库是旧版本的，升级前要先做的备份没有做成。{ $reason }
store-bad-archive = 这份备份不能用：{ $message }
store-bad-archive-todo = 请换一份。
store-conflict-copy = 同步软件在这里留下了某条记录的第二个版本。
store-conflict-copy-todo = 把两个版本合并，或删掉不要的那个。
store-records-missing = 这个文件夹不见了，而从早先版本和备份看，里面还有 { $count } 条记录。
store-records-missing-todo = 等同步软件传完，或把文件夹放回来；不行就从备份恢复。
store-cancelled = 已按你的要求停止。
store-cancelled-todo = 没有留下任何东西。

## 还有没存好的内容

close-unsaved = 还有内容没存好。请另存到别处；再关一次就不存了。
leave-unsaved = 当前资料库里还有内容存不进去，所以没有切换。请先另存到别处。
