/** The parts of Element Plus that our pages use, each with its own style, so that nothing else is loaded. */
import "element-plus/theme-chalk/el-var.css";
import "element-plus/theme-chalk/el-button.css";
import "element-plus/theme-chalk/el-icon.css";
import "element-plus/theme-chalk/el-progress.css";
import "element-plus/theme-chalk/el-rate.css";
import "element-plus/theme-chalk/el-skeleton.css";
import "element-plus/theme-chalk/el-skeleton-item.css";
import "element-plus/theme-chalk/el-tag.css";

// By their own files: the whole library's types would take the compiler three times as long.
export { ElButton } from "element-plus/es/components/button/index.mjs";
export { ElProgress } from "element-plus/es/components/progress/index.mjs";
export { ElRate } from "element-plus/es/components/rate/index.mjs";
export { ElSkeleton } from "element-plus/es/components/skeleton/index.mjs";
export { ElTag } from "element-plus/es/components/tag/index.mjs";
