{{/* An image of ours by the unit's name. */}}
{{- define "precinct.image" -}}
{{- with .root.Values.image.registry }}{{ trimSuffix "/" . }}/{{ end }}precinct/{{ .unit }}:{{ .root.Values.image.tag | default .root.Chart.AppVersion }}
{{- end }}

{{/* Labels of an object of the unit. */}}
{{- define "precinct.labels" -}}
app.kubernetes.io/name: {{ .unit }}
app.kubernetes.io/instance: {{ .root.Release.Name }}
app.kubernetes.io/part-of: precinct
app.kubernetes.io/version: {{ .root.Chart.AppVersion | quote }}
app.kubernetes.io/managed-by: {{ .root.Release.Service }}
helm.sh/chart: {{ .root.Chart.Name }}-{{ .root.Chart.Version }}
{{- end }}

{{/* What every pod has: where it may run, and what pulls its images. */}}
{{- define "precinct.placement" -}}
{{- with .Values.image.pullSecrets }}
imagePullSecrets:
  {{- range . }}
  - name: {{ . }}
  {{- end }}
{{- end }}
{{- with .Values.nodeSelector }}
nodeSelector: {{- toYaml . | nindent 2 }}
{{- end }}
{{- with .Values.tolerations }}
tolerations: {{- toYaml . | nindent 2 }}
{{- end }}
{{- end }}

{{/* The pod's part of Pod Security "restricted". */}}
{{- define "precinct.podSecurity" -}}
runAsNonRoot: true
runAsUser: {{ .user }}
runAsGroup: {{ .user }}
fsGroup: {{ .user }}
fsGroupChangePolicy: OnRootMismatch
seccompProfile: { type: RuntimeDefault }
{{- end }}

{{- define "precinct.containerSecurity" -}}
allowPrivilegeEscalation: false
readOnlyRootFilesystem: true
capabilities: { drop: [ALL] }
{{- end }}

{{- define "precinct.spread" -}}
topologySpreadConstraints:
  - maxSkew: 1
    topologyKey: {{ .root.Values.topologyKey }}
    whenUnsatisfiable: ScheduleAnyway
    labelSelector: { matchLabels: { app.kubernetes.io/name: {{ .unit }} } }
{{- end }}

{{- define "precinct.redisUrl" -}}
{{- if .Values.redis.url }}{{ .Values.redis.url }}
{{- else if .Values.bundled.redis.enabled }}redis://redis.{{ .Release.Namespace }}.svc:6379
{{- else }}{{ fail "redis.url: set it to redis://HOST:PORT, or set bundled.redis.enabled to true" }}
{{- end }}
{{- end }}

{{- define "precinct.redisAdminSecret" -}}
{{- if not .Values.redis.url }}redis-admin
{{- else }}{{ required "redis.adminSecret: name the Secret with the username and password of Redis' administrator" .Values.redis.adminSecret }}
{{- end }}
{{- end }}

{{- define "precinct.redisGatewaySecret" -}}
{{- if not .Values.redis.url }}redis-gateway
{{- else }}{{ required "redis.gatewaySecret: name the Secret with the username and password of the gateway's user" .Values.redis.gatewaySecret }}
{{- end }}
{{- end }}

{{/* JSON of {servers: {name: secret}}: those of the values, and the bundled one where no other is "default". */}}
{{- define "precinct.databaseServers" -}}
{{- $servers := dict }}
{{- if .Values.bundled.postgresql.enabled }}{{ $_ := set $servers "default" "postgresql-admin" }}{{ end }}
{{- range $name, $server := .Values.databaseServers }}{{ $_ := set $servers $name $server.secret }}{{ end }}
{{- if not (hasKey $servers "default") }}{{ fail "databaseServers.default: name a server, or set bundled.postgresql.enabled to true" }}{{ end }}
{{- dict "servers" $servers | toJson }}
{{- end }}

{{/* PT5M from 5m: what people write for durations, as Java reads it. */}}
{{- define "precinct.duration" -}}
PT{{ upper . }}
{{- end }}

{{/* Probes of a unit of ours: port is the name of the one that has its health. */}}
{{- define "precinct.probes" -}}
startupProbe: { httpGet: { path: /health/live, port: {{ .port }} }, periodSeconds: 1, timeoutSeconds: 2, failureThreshold: 120 }
readinessProbe: { httpGet: { path: /health/ready, port: {{ .port }} }, periodSeconds: 2, timeoutSeconds: 5 }
livenessProbe: { httpGet: { path: /health/live, port: {{ .port }} }, periodSeconds: 10, failureThreshold: 6, timeoutSeconds: 5 }
{{- end }}

{{/* Of two replicas one goes at a time. */}}
{{- define "precinct.disruptionBudget" -}}
apiVersion: policy/v1
kind: PodDisruptionBudget
metadata:
  name: {{ .unit }}
  namespace: {{ .root.Release.Namespace }}
  labels: {{- include "precinct.labels" . | nindent 4 }}
spec:
  maxUnavailable: 1
  selector: { matchLabels: { app.kubernetes.io/name: {{ .unit }} } }
{{- end }}

{{/* The volume of a bundled server. Kept when the release goes: with it all tenants' data would go. */}}
{{- define "precinct.storage" -}}
persistentVolumeClaimRetentionPolicy: { whenDeleted: Retain, whenScaled: Retain }
volumeClaimTemplates:
  - metadata: { name: data }
    spec:
      accessModes: [ReadWriteOnce]
      {{- with .className }}
      storageClassName: {{ . }}
      {{- end }}
      resources: { requests: { storage: {{ .size }} } }
{{- end }}
