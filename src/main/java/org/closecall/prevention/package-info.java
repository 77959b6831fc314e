/** Facts about prevention that come from outside or by hand: remediation runs, deployments, chaos experiments. */
package org.closecall.prevention;
